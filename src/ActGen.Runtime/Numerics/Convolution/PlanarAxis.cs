namespace ActGen.CompilerServices;

/// <summary>One axis of a <see cref="PlanarShape"/>: position p reads cells p + t·<paramref name="Dilation"/> − <paramref name="Before"/>, t = 0 … taps − 1.</summary>
/// <param name="Cells">Cells of the image.</param>
/// <param name="Positions">Positions.</param>
/// <param name="Taps">Taps of the kernel.</param>
/// <param name="Dilation">Cells from one tap to the next.</param>
/// <param name="Before">Cells before the image; below 0 where the first ones are not read.</param>
internal readonly record struct PlanarAxis(int Cells, int Positions, int Taps, int Dilation, int Before)
{
    /// <summary>Cells that one position reaches.</summary>
    public int Span => ((Taps - 1) * Dilation) + 1;

    /// <summary>Cells that all positions reach, those outside the image too.</summary>
    public int Padded => Positions + Span - 1;

    /// <summary>Cells of the image that are left out before the first one that is read.</summary>
    public int Skipped => Math.Max(0, -Before);

    /// <summary>Zeros before the image.</summary>
    public int Left => Math.Max(0, Before);

    /// <summary>Cells of the image that are read.</summary>
    public int Read => Math.Min(Cells - Skipped, Padded - Left);

    /// <summary>From a line of a plane to the next one: zeros before a line are those behind the line before it, too.</summary>
    public int Pitch => Math.Max(Math.Max(Positions, Left + Read), Padded - Left);

    /// <summary>Whether these are others than those of the image.</summary>
    public bool Pads => Before != 0 || Padded != Cells;

    /// <summary>Of a convolution forward.</summary>
    /// <param name="axis">The axis, with stride 1.</param>
    /// <param name="isPadded">Whether the image is a padded copy already.</param>
    public static PlanarAxis Forward(ConvolutionAxis axis, bool isPadded) => new(isPadded ? axis.Padded : axis.Input, axis.Output, axis.Kernel, axis.Dilation, 0);

    /// <summary>Of its input gradient.</summary>
    /// <param name="axis">The axis, with stride 1.</param>
    public static PlanarAxis Back(ConvolutionAxis axis) => new(axis.Output, axis.Input, axis.Kernel, axis.Dilation, ((axis.Kernel - 1) * axis.Dilation) - axis.Padding);
}
