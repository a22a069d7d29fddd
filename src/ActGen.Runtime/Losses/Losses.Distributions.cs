using ActGen.CompilerServices;

namespace ActGen;

public static partial class Losses
{
    /// <summary>Kullback–Leibler divergence: mean over all elements of t·(ln t − x), 0 where t is 0. PyTorch's <c>KLDivLoss</c>.</summary>
    /// <remarks>The mean over elements is PyTorch's default and not the divergence: that is the sum over classes, averaged over rows, and
    /// comes with <paramref name="classes"/> (PyTorch's <c>batchmean</c>).</remarks>
    /// <param name="logProbabilities">x.</param>
    /// <param name="targets">t: probabilities, or with <paramref name="logTarget"/> their logarithms, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="logProbabilities"/>, or empty; may overlap neither.</param>
    /// <param name="logTarget">Whether the targets are logarithms.</param>
    /// <param name="classes">Elements of a row, to average over rows; 0 averages over elements.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps; no whole number of rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is below 0.</exception>
    public static float KLDiv(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<float> targets, Span<float> gradient = default, bool logTarget = false, int classes = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classes);
        if (classes > 0 && logProbabilities.Length % classes != 0)
            throw new ArgumentException($"logProbabilities has {logProbabilities.Length} elements, which is not a whole number of rows of {classes} classes.", nameof(logProbabilities));
        int divisor = logProbabilities.Length / Math.Max(1, classes);
        return logTarget
            ? Mean<LogDivergenceError>(logProbabilities, targets, gradient, nameof(logProbabilities), divisor: divisor)
            : Mean<DivergenceError>(logProbabilities, targets, gradient, nameof(logProbabilities), divisor: divisor);
    }

    /// <summary>Negative log-likelihood of counts: mean over all elements of eˣ − t·x, or without <paramref name="logInput"/> of x − t·ln(x + ε). PyTorch's <c>PoissonNLLLoss</c>.</summary>
    /// <param name="outputs">x: logarithms of rates, or rates.</param>
    /// <param name="targets">t, at least 0, as many. As in PyTorch this is not checked: below 0 the formula is computed all the same and has no minimum.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <param name="logInput">Whether the outputs are logarithms.</param>
    /// <param name="full">Whether Stirling's approximation of ln t! is added where t is above 1.</param>
    /// <param name="epsilon">ε, above 0, which keeps ln 0 away.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epsilon"/> is not above 0 and finite.</exception>
    public static float PoissonNLL(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default, bool logInput = true, bool full = false, double epsilon = 1e-8)
    {
        Positive(epsilon);
        return logInput
            ? Mean<LogPoissonError>(outputs, targets, gradient, nameof(outputs), full ? 1 : 0)
            : Mean<PoissonError>(outputs, targets, gradient, nameof(outputs), full ? 1 : 0, epsilon);
    }

    /// <summary>Negative log-likelihood of normal distributions: mean over all targets of ½(s + (μ − t)²e^−s), s = ln σ² not below ln ε (Nix &amp; Weigend 1994).</summary>
    /// <remarks>PyTorch's <c>GaussianNLLLoss</c> takes the variance itself, as a second input; a network has one output, and its logarithm
    /// is positive for any of its values. Where s is below its bound the derivative is the one at the bound, so that a variance can rise again.</remarks>
    /// <param name="outputs">rows × (<paramref name="width"/> means μ, then <paramref name="width"/> logarithms s of variances).</param>
    /// <param name="targets">t: rows × <paramref name="width"/>.</param>
    /// <param name="width">Targets of a row, at least 1.</param>
    /// <param name="gradient">∂L/∂μ and ∂L/∂s, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <param name="full">Whether ½ ln 2π is added.</param>
    /// <param name="epsilon">ε, the least variance, above 0.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths do not fit; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is below 1; <paramref name="epsilon"/> is not above 0 and finite.</exception>
    [SkipLocalsInit]
    public static float GaussianNLL(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int width, Span<float> gradient = default, bool full = false, double epsilon = 1e-6)
    {
        Positive(epsilon);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        NotEmpty(targets.Length, nameof(targets));
        if (targets.Length % width != 0)
            throw new ArgumentException($"targets has {targets.Length} elements, which is not a whole number of rows of {width}.", nameof(targets));
        if (outputs.Length != 2L * targets.Length)
            throw new ArgumentException($"outputs has {outputs.Length} elements; a mean and a logarithm of a variance for each of the {targets.Length} targets are expected.", nameof(outputs));
        Gradient(gradient, outputs, targets, nameof(outputs));
        int rows = targets.Length / width;
        Span<float> losses = stackalloc float[Math.Min(RowsAtOnce, rows)];
        double sum = 0;
        for (int start = 0; start < rows; start += RowsAtOnce)
        {
            int count = Math.Min(RowsAtOnce, rows - start);
            Range own = (2 * start * width)..(2 * (start + count) * width);
            LossKernels<float>.GaussianRows(outputs[own], targets.Slice(start * width, count * width), losses[..count], gradient.IsEmpty ? gradient : gradient[own], width, epsilon, full, targets.Length);
            sum = AddInOrder(sum, losses[..count]);
        }

        return (float)(sum / targets.Length);
    }
}
