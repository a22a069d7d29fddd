namespace ActGen;

/// <summary>Kullback–Leibler divergence on log-probabilities x: t·(ln t − x), 0 where t is 0. PyTorch's <c>KLDivLoss</c>. Put <see cref="LogSoftmaxAttribute"/> before it.</summary>
/// <remarks>As in PyTorch the default is the mean over all elements, which is the divergence divided by the number of classes;
/// <see cref="BatchMean"/> is the divergence itself. Predictions are probabilities, or with <see cref="LogTarget"/> the outputs: as the targets are.</remarks>
public sealed class KLDivLossAttribute : LossAttribute
{
    /// <summary>Whether the targets are logarithms of probabilities.</summary>
    public bool LogTarget { get; set; }

    /// <summary>Whether the loss is the sum of a row, averaged over the rows (PyTorch's <c>reduction='batchmean'</c>).</summary>
    public bool BatchMean { get; set; }
}

/// <summary>Negative log-likelihood of counts, mean over all elements: eˣ − t·x, the outputs logarithms of rates. PyTorch's <c>PoissonNLLLoss</c>.</summary>
/// <remarks>Predictions are rates. Without <see cref="LogInput"/> the outputs are rates themselves, x − t·ln(x + ε): end the layers with a positive activation. Targets are counts, at least 0; as in PyTorch this is not checked.</remarks>
public sealed class PoissonNLLLossAttribute : LossAttribute
{
    /// <summary>Whether the outputs are logarithms of rates.</summary>
    public bool LogInput { get; set; } = true;

    /// <summary>Whether Stirling's approximation of ln t! is added where t is above 1; gradients stay the same.</summary>
    public bool Full { get; set; }

    /// <summary>ε, above 0, which keeps ln 0 away without <see cref="LogInput"/>.</summary>
    public double Epsilon { get; set; } = 1e-8;
}

/// <summary>Negative log-likelihood of normal distributions, mean over all targets: ½(s + (μ − t)²e^−s), s = ln σ² (Nix &amp; Weigend 1994). The network says how sure it is.</summary>
/// <remarks>The outputs of a row are k means, then k logarithms of variances, for k targets: <c>[Dense(2 * k)] [GaussianNLLLoss]</c>. Predictions are k
/// means, then k variances. PyTorch's <c>GaussianNLLLoss</c> takes variances as a second input, which must be positive; the
/// logarithm may be any number. A variance below ε counts as ε, with the gradient at ε.</remarks>
public sealed class GaussianNLLLossAttribute : LossAttribute
{
    /// <summary>Whether ½ ln 2π is added.</summary>
    public bool Full { get; set; }

    /// <summary>ε, the least variance, above 0.</summary>
    public double Epsilon { get; set; } = 1e-6;
}
