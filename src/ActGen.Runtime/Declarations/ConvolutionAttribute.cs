namespace ActGen;

/// <summary>What one- and two-dimensional convolutions have in common. As in PyTorch they are cross-correlations: kernels are not flipped.</summary>
/// <param name="filters">Number of output channels, at least 1.</param>
public abstract class ConvolutionAttribute(int filters) : LayerAttribute
{
    /// <summary>Number of output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>Cells from one position of the kernel to the next, at least 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Zeros on each side of the image, or <see cref="ActGen.Padding.Same"/>.</summary>
    public int Padding { get; set; }

    /// <summary>Cells from one tap of the kernel to the next, at least 1.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>Into how many parts channels and filters are cut, of which each filter reads its own only; both are multiples of it. As many as channels make the convolution depthwise.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a bias is added to each filter.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>How the weights start. fan_in is channels / groups × taps of the kernel, fan_out filters × taps, as in PyTorch; matrices (<see cref="Initializer.Orthogonal"/>, <see cref="Initializer.Identity"/>) are [fan_in, filters].</summary>
    public Initializer Init { get; set; } = Initializer.Auto;

    /// <summary>What the initial weights are multiplied by, finite, as in <see cref="DenseAttribute.InitScale"/>.</summary>
    public double InitScale { get; set; } = 1;
}
