namespace ActGen;

/// <summary>Convolution along a sequence of shape (channels, length): (filters, ⌊(length + 2·padding − dilation·(kernel − 1) − 1)/stride⌋ + 1).</summary>
/// <remarks>Where the steps of time come first, as recurrent layers give and read them, stands <c>[Permute(2, 1)]</c> before it, and behind it where they go on.</remarks>
/// <param name="filters">Number of output channels, at least 1.</param>
/// <param name="kernel">Taps of the kernel, at least 1.</param>
public sealed class Conv1DAttribute(int filters, int kernel) : ConvolutionAttribute(filters)
{
    /// <summary>Taps of the kernel.</summary>
    public int Kernel { get; } = kernel;
}
