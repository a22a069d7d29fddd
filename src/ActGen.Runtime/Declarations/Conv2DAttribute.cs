namespace ActGen;

/// <summary>Convolution over an image of shape (channels, height, width): (filters, height′, width′) with height′ = ⌊(height + 2·padding − dilation·(kernel − 1) − 1)/stride⌋ + 1, and the width alike.</summary>
/// <param name="filters">Number of output channels, at least 1.</param>
/// <param name="kernelHeight">Rows of the kernel, at least 1.</param>
/// <param name="kernelWidth">Columns of the kernel, at least 1.</param>
public sealed class Conv2DAttribute(int filters, int kernelHeight, int kernelWidth) : ConvolutionAttribute(filters)
{
    /// <summary>A square kernel.</summary>
    /// <param name="filters">Number of output channels, at least 1.</param>
    /// <param name="kernel">Rows and columns of the kernel, at least 1.</param>
    public Conv2DAttribute(int filters, int kernel)
        : this(filters, kernel, kernel)
    {
    }

    /// <summary>Rows of the kernel.</summary>
    public int KernelHeight { get; } = kernelHeight;

    /// <summary>Columns of the kernel.</summary>
    public int KernelWidth { get; } = kernelWidth;
}
