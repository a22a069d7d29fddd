using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>Asks the memory for what will be read or written soon, without waiting for it.</summary>
internal static unsafe class Prefetch
{
    /// <summary>Rows of B whose lines are asked for before they are copied: no prefetch of the processor's own goes beyond a page.</summary>
    public const int StepsAhead = 32;

    private const int CacheLine = 64;

    /// <summary>Some neighbouring elements. They need not be there: asking is no access.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Elements<T>(T* first, nint width)
        where T : unmanaged
    {
        for (nint n = 0; Sse.IsSupported && n < width; n += CacheLine / sizeof(T))
            Sse.Prefetch0(first + n);
    }
}
