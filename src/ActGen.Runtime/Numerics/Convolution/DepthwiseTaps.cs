namespace ActGen.CompilerServices;

/// <summary>Up to three by three neighbouring taps of a depthwise convolution, whose weight gradients are made together.</summary>
/// <param name="shape">Sizes.</param>
/// <param name="row">First kernel row.</param>
/// <param name="rows">Kernel rows.</param>
/// <param name="tap">First tap of these rows.</param>
/// <param name="taps">Taps of a row.</param>
internal readonly struct DepthwiseTaps(in ConvolutionShape shape, int row, int rows, int tap, int taps)
{
    /// <summary>How many are made together along an axis.</summary>
    public const int Together = 3;

    /// <summary>Vertical and horizontal axis, with these taps only.</summary>
    public readonly TapAxis Rows = TapAxis.Forward(shape.Rows).Part(row, rows), Columns = TapAxis.Forward(shape.Columns).Part(tap, taps);

    /// <summary>Elements of a cell.</summary>
    public readonly nint Channels = shape.Channels;

    /// <summary>Elements from what a position reads with one tap to what it reads with the next one, and to what the next position reads.</summary>
    public readonly nint NextTap = (nint)shape.Columns.Dilation * shape.Channels, NextPosition = (nint)shape.Columns.Stride * shape.Channels;

    /// <summary>From the first tap of the kernel to the first one of these in dW, and from a kernel row to the next one.</summary>
    public readonly nint First = (((nint)row * shape.Columns.Kernel) + tap) * shape.Channels, NextRow = (nint)shape.Columns.Kernel * shape.Channels;
}
