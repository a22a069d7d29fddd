using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>Asks the memory for what will be read or written soon, without waiting for it.</summary>
internal static unsafe class Prefetch
{
    /// <summary>Rows of B whose lines are asked for before they are copied: no prefetch of the processor's own goes beyond a page.</summary>
    public const int StepsAhead = 32;

    /// <summary>Rows of B whose lines are asked for before they are copied and multiplied: few enough that the others of the product do not wait behind them for a place among the reads that are on their way.</summary>
    public const int StepsAheadOfProduct = 8;

    private const int CacheLine = 64;

    /// <summary>The cache line of an element. It need not be there: asking is no access.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Line<T>(T* element)
        where T : unmanaged
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(element);
    }

    /// <summary>The cache line of an element that is needed only after the first-level cache has been filled with other things: into the second-level one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LaterLine<T>(T* element)
        where T : unmanaged
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(element);
    }

    /// <summary>Some neighbouring elements. They need not be there: asking is no access.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Elements<T>(T* first, nint width)
        where T : unmanaged
    {
        for (nint n = 0; Sse.IsSupported && n < width; n += CacheLine / sizeof(T))
            Sse.Prefetch0(first + n);
    }
}
