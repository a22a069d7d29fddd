namespace ActGen.CompilerServices;

/// <summary>One axis of a convolution. Position p of its output reads the input's cells p·stride − padding + t·dilation, t = 0 … kernel − 1; cells outside the image count as +0.</summary>
/// <param name="Input">Cells of the input, at least 1.</param>
/// <param name="Output">Positions of the output, at least 1.</param>
/// <param name="Kernel">Taps of the kernel, at least 1.</param>
/// <param name="Stride">Cells from one position to the next, at least 1.</param>
/// <param name="Padding">Cells before the image; those behind it follow from the number of positions.</param>
/// <param name="Dilation">Cells from one tap to the next, at least 1.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ConvolutionAxis(int Input, int Output, int Kernel, int Stride = 1, int Padding = 0, int Dilation = 1)
{
    /// <summary>An axis of one cell: the height of a sequence.</summary>
    public static ConvolutionAxis One => new(1, 1, 1);

    /// <summary>Cells that all positions together read, padding included.</summary>
    internal int Padded => ReadBy(Output);

    /// <summary>Cells that the first positions read, padding included.</summary>
    internal int ReadBy(int positions) => ((positions - 1) * Stride) + ((Kernel - 1) * Dilation) + 1;

    /// <summary>Whether a cell outside the image is read.</summary>
    internal bool Pads => Padding > 0 || Padded > Input;

    /// <summary>Phases of the input's cells in which there are any: a stride may be longer than the image, and then no tap of the other phases is read.</summary>
    internal int Phases => Math.Min(Stride, Input);

    /// <summary>Zeros before the output's gradient, so that the input gradient reads no cell outside.</summary>
    internal int GradientPadding => Math.Max(0, (((Kernel - 1) * Dilation) - Padding) / Stride);

    /// <summary>Cells of the output's gradient that the input gradient reads, its padding included.</summary>
    internal int PaddedGradient => GradientPadding + ((Input - 1 + Padding) / Stride) + 1;

    /// <summary>Whether the input gradient reads cells outside the output's gradient.</summary>
    internal bool PadsGradient => GradientPadding > 0 || PaddedGradient > Output;
}
