namespace ActGen.CompilerServices;

/// <summary>The losses as generated code calls them: row losses undivided, gradients divided (or no gradient when the span is empty).
/// Each returns the divisor of the mean.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LossKernels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Cross-entropy on logits; targets are labels, or probabilities when <paramref name="labels"/> is empty.</summary>
    public static double CrossEntropy(Work work, ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, double labelSmoothing = 0, ReadOnlySpan<T> classWeights = default, int ignoreIndex = -100) => throw new NotImplementedException();

    /// <summary>Negative log-likelihood on log-probabilities.</summary>
    public static double NegativeLogLikelihood(Work work, ReadOnlySpan<T> logProbabilities, ReadOnlySpan<int> labels, Span<T> rowLosses, Span<T> gradient, ReadOnlySpan<T> classWeights = default, int ignoreIndex = -100) => throw new NotImplementedException();

    /// <summary>Binary cross-entropy on logits.</summary>
    public static double BinaryCrossEntropyWithLogits(Work work, ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, double positiveWeight = 1) => throw new NotImplementedException();

    /// <summary>Binary cross-entropy on probabilities.</summary>
    public static double BinaryCrossEntropy(Work work, ReadOnlySpan<T> probabilities, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient) => throw new NotImplementedException();

    /// <summary>Mean of squares.</summary>
    public static double MeanSquaredError(Work work, ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient) => throw new NotImplementedException();

    /// <summary>Mean of magnitudes.</summary>
    public static double MeanAbsoluteError(Work work, ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient) => throw new NotImplementedException();

    /// <summary>Huber's loss.</summary>
    public static double Huber(Work work, ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, double delta) => throw new NotImplementedException();
}
