namespace ActGen.CompilerServices;

/// <summary>Cells of an image, or the zeros that stand for those outside: then every offset is 0, so that the kernels need no copy of the image with zeros around it, and do the same steps everywhere.</summary>
internal unsafe struct CellsOrZeros<T>
    where T : unmanaged
{
    private T* _start;
    private nint _mask;

    /// <summary>Sets both fields where they are: a struct that is made elsewhere and copied at once waits for the two stores that made it.</summary>
    /// <param name="start">The first cell, or the zeros.</param>
    /// <param name="inside">Whether they belong to the image.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(T* start, bool inside)
    {
        _start = start;
        _mask = inside ? -1 : 0;
    }

    /// <summary>What lies so many elements further.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T* At(nint offset) => _start + (offset & _mask);

    /// <summary>What lies so many elements further, or zeros where that is outside: without a branch, as those at the ends of lines are seldom foreseen.</summary>
    /// <param name="offset">Elements.</param>
    /// <param name="inside">All bits where it is inside, else none.</param>
    /// <param name="zeros">The zeros.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T* At(nint offset, nint inside, T* zeros) => (T*)((byte*)zeros + (((byte*)At(offset) - (byte*)zeros) & inside));

    /// <summary>So many elements, or none where there are zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly nint Step(nint elements) => elements & _mask;

    /// <summary>The lines that a position's kernel rows read.</summary>
    /// <param name="image">The image.</param>
    /// <param name="line">Number of the position's line.</param>
    /// <param name="shape">Sizes.</param>
    /// <param name="zeros">As many zeros as are read at once.</param>
    /// <param name="lines">Room for one for each kernel row.</param>
    public static void Lines(T* image, int line, in DepthwiseShape shape, T* zeros, CellsOrZeros<T>* lines)
    {
        nint length = (nint)shape.Columns.Cells * shape.Channels;
        for (int tap = 0; tap < shape.Rows.Taps; tap++)
        {
            int cell = shape.Rows.Cell(line, tap);
            bool inside = shape.Rows.IsInside(cell);
            lines[tap].Set(inside ? image + (cell * length) : zeros, inside);
        }
    }
}
