using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Where a thread packs matrices: its own from the first one on, and as large as the most that it ever packed at once.</summary>
internal static class PanelMemory
{
    /// <summary>The most that may be asked for, 4 MB: far less than the third-level cache, and so many panels that a block of A, once it has come to the near caches, meets many of them.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    // It grows by whole pieces, so that a thread that meets many sizes, in whatever order, makes new memory a few times only.
    private const int PieceBytes = 256 * 1024;

    [ThreadStatic]
    private static AlignedBuffer? _buffer;

    /// <summary>The memory of the calling thread, at a cache line. What it held is lost when more is asked for than before.</summary>
    /// <param name="elements">How many are needed.</param>
    public static Span<T> OfThread<T>(nint elements)
        where T : unmanaged
    {
        AlignedBuffer? buffer = _buffer;
        int floats = checked((int)(elements * Unsafe.SizeOf<T>() / sizeof(float)));
        if (buffer is null || buffer.Length < floats)
            buffer = Grow(floats);
        return MemoryMarshal.Cast<float, T>(buffer.Span)[..(int)elements];
    }

    /// <summary>The same as an address: it does not move before more is asked for.</summary>
    /// <param name="elements">How many are needed.</param>
    public static unsafe T* AddressOfThread<T>(nint elements)
        where T : unmanaged =>
        (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(OfThread<T>(elements)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AlignedBuffer Grow(int floats)
    {
        const int Piece = PieceBytes / sizeof(float);
        // The old one may be collected before the new one is made.
        _buffer = null;
        return _buffer = new AlignedBuffer(checked((floats + Piece - 1) / Piece * Piece));
    }
}
