namespace ActGen.CompilerServices;

/// <summary>A depthwise convolution as <see cref="DepthwiseProduct{T, TVector}"/> sees it, forward or back.</summary>
/// <param name="Rows">The vertical axis.</param>
/// <param name="Columns">The horizontal axis.</param>
/// <param name="Channels">Elements of a cell.</param>
internal readonly record struct DepthwiseShape(TapAxis Rows, TapAxis Columns, int Channels)
{
    /// <summary>Whether taps lie as far apart as positions, so that neighbours share what they read.</summary>
    public bool IsSliding => Columns.Stride == Columns.Dilation;

    /// <summary>Elements from a position to what the next one reads.</summary>
    public nint Position => (nint)Columns.Stride * Channels;

    /// <summary>Elements from what a position reads with one tap to what it reads with the next one.</summary>
    public nint Tap => (nint)Columns.Dilation * Channels;

    /// <summary>The shape of a convolution forward, and of its weight gradient.</summary>
    public static DepthwiseShape Forward(in ConvolutionShape shape) => new(TapAxis.Forward(shape.Rows), TapAxis.Forward(shape.Columns), shape.Channels);
}
