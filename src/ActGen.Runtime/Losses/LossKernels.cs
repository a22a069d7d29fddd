namespace ActGen.CompilerServices;

/// <summary>The losses as generated code calls them: row losses undivided, gradients divided (or no gradient when the span is empty).
/// Each returns the divisor of the mean, as it is: the divisors of several batches may be added. It is 0 where no row counts; the mean
/// and the gradient are 0 there.</summary>
/// <remarks>Workers own rows; the divisor depends on labels and sizes only, so every worker returns the same. Labels are checked
/// before the pass.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LossKernels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Cross-entropy on logits; targets are labels, or probabilities when <paramref name="labels"/> is empty.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="logits">rows × classes.</param>
    /// <param name="labels">One per row, or empty.</param>
    /// <param name="targets">Probabilities, rows × classes, where there are no labels.</param>
    /// <param name="rowLosses">One per row.</param>
    /// <param name="gradient">rows × classes, or empty; may not overlap the logits.</param>
    /// <param name="labelSmoothing">ε in (1 − ε)·t + ε/K.</param>
    /// <param name="classWeights">One per class, or empty.</param>
    /// <param name="ignoreIndex">Rows with this label have loss 0 and gradient 0, whatever they hold.</param>
    /// <returns>Σ w[label] over the rows that count, 0 where none does; for probabilities the number of rows.</returns>
    public static double CrossEntropy(Work work, ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, double labelSmoothing = 0, ReadOnlySpan<T> classWeights = default, int ignoreIndex = -100)
    {
        double divisor = labels.IsEmpty ? work.Rows : ClassWeighting<T>.Divisor(labels, classWeights, ignoreIndex);
        (int start, int end) = work.Share(work.Rows);
        Range own = RowShare.Elements(work, logits.Length);
        CrossEntropyRows(logits[own], labels.IsEmpty ? labels : labels[start..end], targets.IsEmpty ? targets : targets[own], rowLosses[start..end], gradient.IsEmpty ? gradient : gradient[own], RowShare.Width(work, logits.Length), labelSmoothing, classWeights, ignoreIndex, divisor);
        return divisor;
    }

    /// <summary>Negative log-likelihood on log-probabilities.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="logProbabilities">rows × classes.</param>
    /// <param name="labels">One per row.</param>
    /// <param name="rowLosses">One per row.</param>
    /// <param name="gradient">rows × classes, or empty.</param>
    /// <param name="classWeights">One per class, or empty.</param>
    /// <param name="ignoreIndex">Rows with this label have loss 0 and gradient 0, whatever they hold.</param>
    /// <returns>Σ w[label] over the rows that count, 0 where none does.</returns>
    public static double NegativeLogLikelihood(Work work, ReadOnlySpan<T> logProbabilities, ReadOnlySpan<int> labels, Span<T> rowLosses, Span<T> gradient, ReadOnlySpan<T> classWeights = default, int ignoreIndex = -100)
    {
        double divisor = ClassWeighting<T>.Divisor(labels, classWeights, ignoreIndex);
        (int start, int end) = work.Share(work.Rows);
        Range own = RowShare.Elements(work, logProbabilities.Length);
        NegativeLogLikelihoodRows<T>.Run(logProbabilities[own], labels[start..end], rowLosses[start..end], gradient.IsEmpty ? gradient : gradient[own], RowShare.Width(work, logProbabilities.Length), classWeights, ignoreIndex, divisor);
        return divisor;
    }

    /// <summary>Binary cross-entropy on logits.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="logits">rows × outputs.</param>
    /// <param name="targets">rows × outputs, in [0, 1].</param>
    /// <param name="rowLosses">One per row: the sum over its outputs.</param>
    /// <param name="gradient">rows × outputs, or empty.</param>
    /// <param name="positiveWeight">Weight of the positive targets.</param>
    /// <returns>rows · outputs.</returns>
    public static double BinaryCrossEntropyWithLogits(Work work, ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, double positiveWeight = 1) =>
        Elements<LogisticError>(work, logits, targets, rowLosses, gradient, positiveWeight);

    /// <summary>Binary cross-entropy on probabilities.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="probabilities">rows × outputs, in [0, 1].</param>
    /// <param name="targets">rows × outputs, in [0, 1].</param>
    /// <param name="rowLosses">One per row: the sum over its outputs.</param>
    /// <param name="gradient">rows × outputs, or empty.</param>
    /// <returns>rows · outputs.</returns>
    public static double BinaryCrossEntropy(Work work, ReadOnlySpan<T> probabilities, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient) =>
        Elements<BernoulliError>(work, probabilities, targets, rowLosses, gradient, setting: 0);

    /// <summary>Mean of squares.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="outputs">rows × outputs.</param>
    /// <param name="targets">rows × outputs.</param>
    /// <param name="rowLosses">One per row: the sum over its outputs.</param>
    /// <param name="gradient">rows × outputs, or empty.</param>
    /// <returns>rows · outputs.</returns>
    public static double MeanSquaredError(Work work, ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient) =>
        Elements<SquaredError>(work, outputs, targets, rowLosses, gradient, setting: 0);

    /// <summary>Mean of magnitudes.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="outputs">rows × outputs.</param>
    /// <param name="targets">rows × outputs.</param>
    /// <param name="rowLosses">One per row: the sum over its outputs.</param>
    /// <param name="gradient">rows × outputs, or empty.</param>
    /// <returns>rows · outputs.</returns>
    public static double MeanAbsoluteError(Work work, ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient) =>
        Elements<AbsoluteError>(work, outputs, targets, rowLosses, gradient, setting: 0);

    /// <summary>Huber's loss.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="outputs">rows × outputs.</param>
    /// <param name="targets">rows × outputs.</param>
    /// <param name="rowLosses">One per row: the sum over its outputs.</param>
    /// <param name="gradient">rows × outputs, or empty.</param>
    /// <param name="delta">δ, above 0.</param>
    /// <returns>rows · outputs.</returns>
    public static double Huber(Work work, ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, double delta) =>
        Elements<HuberError>(work, outputs, targets, rowLosses, gradient, delta);

    /// <summary>Cross-entropy of all given rows, with a divisor that comes from elsewhere.</summary>
    internal static void CrossEntropyRows(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, int classes, double labelSmoothing, ReadOnlySpan<T> classWeights, int ignoreIndex, double divisor)
    {
        CrossEntropyKernel<T> kernel = new()
        {
            Logits = logits,
            Labels = labels,
            Probabilities = targets,
            RowLosses = rowLosses,
            Gradient = gradient,
            Classes = classes,
            LabelSmoothing = labelSmoothing,
            ClassWeights = classWeights,
            IgnoreIndex = ignoreIndex,
            Divisor = ClassWeighting<T>.OfGradient(divisor),
        };
        VectorWidth.Run<CrossEntropyKernel<T>, T>(ref kernel);
    }

    /// <summary>An element-wise loss of all given rows, with a divisor that comes from elsewhere.</summary>
    internal static void ElementRows<TLoss>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, int width, double setting, double divisor)
        where TLoss : IElementLoss
    {
        ElementLossKernel<T, TLoss> kernel = new()
        {
            Outputs = outputs,
            Targets = targets,
            RowLosses = rowLosses,
            Gradient = gradient,
            Width = width,
            Setting = setting,
            Divisor = divisor,
        };
        VectorWidth.Run<ElementLossKernel<T, TLoss>, T>(ref kernel);
    }

    private static double Elements<TLoss>(Work work, ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, double setting)
        where TLoss : IElementLoss
    {
        (int start, int end) = work.Share(work.Rows);
        Range own = RowShare.Elements(work, outputs.Length);
        ElementRows<TLoss>(outputs[own], targets[own], rowLosses[start..end], gradient.IsEmpty ? gradient : gradient[own], RowShare.Width(work, outputs.Length), setting, outputs.Length);
        return outputs.Length;
    }
}
