namespace ActGen.Frontend.Model;

/// <summary>One axis of a planned convolution; the runtime's type of the same name.</summary>
/// <param name="Input">Cells of the input.</param>
/// <param name="Output">Positions of the output.</param>
/// <param name="Kernel">Taps of the kernel.</param>
/// <param name="Stride">Cells from one position to the next.</param>
/// <param name="Padding">Zeros before the image; those behind it follow from the number of positions.</param>
/// <param name="Dilation">Cells from one tap to the next.</param>
internal sealed record ConvolutionAxis(int Input, int Output, int Kernel, int Stride, int Padding, int Dilation)
{
    /// <summary>Cells that all positions together read, padding included.</summary>
    public long Padded => ((Output - 1L) * Stride) + ((Kernel - 1L) * Dilation) + 1;

    /// <summary>Whether a cell outside the image is read.</summary>
    public bool Pads => Padding > 0 || Padded > Input;

    /// <summary>Positions that read the same cell, each through a tap of its own: so many at the most.</summary>
    public int Readers
    {
        get
        {
            // From one of its taps to the next one that reads the same cells, as far as strides reach.
            int period = Stride / Divisor(Stride, Dilation);
            return Math.Min(Output, ((Kernel - 1) / period) + 1);
        }
    }

    /// <summary>Zeros before the output's gradient, so that the input gradient reads no cell outside.</summary>
    private long GradientPadding => Math.Max(0, (((Kernel - 1L) * Dilation) - Padding) / Stride);

    /// <summary>Cells of the output's gradient that the input gradient reads, its padding included.</summary>
    public long PaddedGradient => GradientPadding + ((Input - 1L + Padding) / Stride) + 1;

    /// <summary>Whether the input gradient reads cells outside the output's gradient.</summary>
    public bool PadsGradient => GradientPadding > 0 || PaddedGradient > Output;

    /// <summary>Over all positions, how many taps read a cell of the image and not a zero beside it.</summary>
    public long TapsInside => Inside().Sum();

    /// <summary>For how many pairs of positions a tap reads a cell of the image in both, over all taps.</summary>
    public double TapPairsInside => Inside().Sum(static count => (double)count * count);

    /// <summary>The greatest common divisor (Euclid).</summary>
    private static int Divisor(int one, int other) => other == 0 ? one : Divisor(other, one % other);

    /// <summary>For each tap the positions p in which it reads a cell: 0 ≤ p·stride + offset &lt; input.</summary>
    private IEnumerable<long> Inside()
    {
        for (long tap = 0; tap < Kernel; tap++)
        {
            long offset = (tap * Dilation) - Padding;
            long first = offset >= 0 ? 0 : (-offset + Stride - 1) / Stride;
            long last = Input - 1 - offset < 0 ? -1 : Math.Min(Output - 1L, (Input - 1 - offset) / Stride);
            yield return Math.Max(0, last - first + 1);
        }
    }
}
