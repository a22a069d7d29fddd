namespace ActGen.CompilerServices;

/// <summary>One axis of a window that slides over an image.</summary>
/// <param name="Cells">Of the image.</param>
/// <param name="Size">Cells that one position of the window reads.</param>
/// <param name="Stride">Cells from one position to the next.</param>
/// <param name="Padding">Cells added at each end of the image.</param>
internal readonly record struct PoolAxis(int Cells, int Size, int Stride, int Padding)
{
    /// <summary>Positions of the window. A quotient that kernels ask for often, and that is a constant where an axis is made of constants.</summary>
    public int Positions { get; } = ((Cells + (2 * Padding) - Size) / Stride) + 1;

    /// <summary>Whether no cell belongs to two positions.</summary>
    public bool IsDisjoint => Stride >= Size;

    /// <summary>Whether every cell belongs to a position.</summary>
    public bool IsCovering => Stride <= Size && ((Positions - 1) * Stride) + Size - Padding >= Cells;

    /// <summary>The last position whose cells all lie in the image; below 0 where there is none.</summary>
    public int LastWhole => Cells + Padding >= Size ? (Cells + Padding - Size) / Stride : -1;

    /// <summary>The cells of the image that a position reads; at least one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int Count) At(int position)
    {
        int start = (position * Stride) - Padding, first = Math.Max(start, 0);
        return (first, Math.Min(start + Size, Cells) - first);
    }
}
