namespace ActGen.Frontend.Model;

/// <summary>One axis of a window that slides over an image: of a convolution's kernel, of a pool.</summary>
/// <param name="Size">Cells that one position of the window reads, at least 1.</param>
/// <param name="Stride">Cells from one position to the next, at least 1.</param>
/// <param name="Padding">Cells added at each end of the image, at least 0.</param>
/// <param name="Dilation">Cells from one that is read to the next, at least 1.</param>
internal sealed record WindowAxis(int Size, int Stride, int Padding, int Dilation = 1)
{
    /// <summary>The axis that an image of one row does not have.</summary>
    public static WindowAxis None { get; } = new(1, 1, 0);

    /// <summary>From the first to the last cell that one position reads.</summary>
    public long Extent => ((Size - 1L) * Dilation) + 1;

    /// <summary>Positions along an axis of <paramref name="cells"/>: ⌊(cells + 2·padding − extent)/stride⌋ + 1 (PyTorch's floor mode); 0 where the window does not fit.</summary>
    public int Positions(int cells)
    {
        long room = cells + (2L * Padding) - Extent;
        return room < 0 ? 0 : (int)Math.Min((room / Stride) + 1, int.MaxValue);
    }
}
