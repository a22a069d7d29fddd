using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Where a thread packs matrices: made when it multiplies large ones for the first time, and its own from then on.</summary>
internal static class PanelMemory
{
    /// <summary>4 MB: far less than the third-level cache, and so many panels that a block of A, once it has come to the near caches, meets many of them.</summary>
    public const int Bytes = 4 * 1024 * 1024;

    [ThreadStatic]
    private static AlignedBuffer? _buffer;

    /// <summary>The memory of the calling thread, at a cache line.</summary>
    public static Span<T> OfThread<T>()
        where T : unmanaged =>
        MemoryMarshal.Cast<float, T>((_buffer ??= new AlignedBuffer(Bytes / sizeof(float))).Span);

    /// <summary>The same as an address: it never moves.</summary>
    public static unsafe T* AddressOfThread<T>()
        where T : unmanaged =>
        (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(OfThread<T>()));
}
