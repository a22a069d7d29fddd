namespace ActGen.CompilerServices;

/// <summary>The losses as generated code calls them: row losses undivided, gradients divided (or no gradient when the span is empty).
/// Each returns the divisor of the mean, as it is: the divisors of several batches may be added. It is 0 where no row counts; the mean
/// and the gradient are 0 there.</summary>
/// <remarks>Workers own rows; the divisor depends on labels and sizes only, so every worker returns the same. Labels are checked
/// before the pass.</remarks>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class LossKernels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Cross-entropy on logits; targets are labels, or probabilities when <paramref name="labels"/> is empty.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="outputs">Logits, rows × classes.</param>
    /// <param name="labels">One per row, or empty.</param>
    /// <param name="targets">Probabilities, rows × classes, where there are no labels.</param>
    /// <param name="rowLosses">One per row.</param>
    /// <param name="gradient">rows × classes, or empty; may not overlap the logits.</param>
    /// <param name="labelSmoothing">ε in (1 − ε)·t + ε/K.</param>
    /// <param name="classWeights">One per class, or empty.</param>
    /// <param name="ignoreIndex">Rows with this label have loss 0 and gradient 0, whatever they hold.</param>
    /// <returns>Σ w[label] over the rows that count, 0 where none does; for probabilities the number of rows.</returns>
    public static double CrossEntropy(Work work, ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, double labelSmoothing = 0, ReadOnlySpan<T> classWeights = default, int ignoreIndex = -100)
    {
        double divisor = labels.IsEmpty ? work.Rows : ClassWeighting<T>.Divisor(labels, classWeights, ignoreIndex);
        (int start, int end) = work.OwnRows;
        Range own = RowShare.Elements(work, outputs.Length);
        CrossEntropyRows(outputs[own], labels.IsEmpty ? labels : labels[start..end], targets.IsEmpty ? targets : targets[own], rowLosses[start..end], gradient.IsEmpty ? gradient : gradient[own], RowShare.Width(work, outputs.Length), labelSmoothing, classWeights, ignoreIndex, divisor);
        return divisor;
    }

    /// <summary>A loss against labels.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="outputs">rows × classes.</param>
    /// <param name="labels">One per row.</param>
    /// <param name="rowLosses">One per row.</param>
    /// <param name="gradient">rows × classes, or empty; may not overlap the outputs.</param>
    /// <param name="setting">The loss's first setting.</param>
    /// <param name="other">Its second one.</param>
    /// <param name="classWeights">One per class, or empty.</param>
    /// <param name="ignoreIndex">Rows with this label have loss 0 and gradient 0, whatever they hold.</param>
    /// <typeparam name="TLoss">The loss.</typeparam>
    /// <returns>Σ w[label], or the number of rows, as the loss has it, over the rows that count.</returns>
    public static double Labels<TLoss>(Work work, ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, Span<T> rowLosses, Span<T> gradient, double setting = 0, double other = 0, ReadOnlySpan<T> classWeights = default, int ignoreIndex = -100)
        where TLoss : ILabelLoss
    {
        double divisor = ClassWeighting<T>.Divisor(labels, TLoss.DividesByWeights ? classWeights : default, ignoreIndex);
        (int start, int end) = work.OwnRows;
        Range own = RowShare.Elements(work, outputs.Length);
        LabelRows<TLoss>(outputs[own], labels[start..end], rowLosses[start..end], gradient.IsEmpty ? gradient : gradient[own], RowShare.Width(work, outputs.Length), setting, other, classWeights, ignoreIndex, divisor);
        return divisor;
    }

    /// <summary>A mean over elements.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="outputs">rows × outputs.</param>
    /// <param name="targets">rows × outputs.</param>
    /// <param name="rowLosses">One per row: the sum over its outputs.</param>
    /// <param name="gradient">rows × outputs, or empty; may not overlap the outputs.</param>
    /// <param name="setting">The loss's first setting.</param>
    /// <param name="other">Its second one.</param>
    /// <param name="perRow">Whether the mean is one over rows, of sums over outputs.</param>
    /// <typeparam name="TLoss">The loss.</typeparam>
    /// <returns>rows · outputs, or rows.</returns>
    public static double Elements<TLoss>(Work work, ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, double setting = 0, double other = 0, bool perRow = false)
        where TLoss : IElementLoss
    {
        double divisor = perRow ? work.Rows : outputs.Length;
        (int start, int end) = work.OwnRows;
        Range own = RowShare.Elements(work, outputs.Length);
        ElementRows<TLoss>(outputs[own], targets[own], rowLosses[start..end], gradient.IsEmpty ? gradient : gradient[own], RowShare.Width(work, outputs.Length), setting, other, divisor);
        return divisor;
    }

    /// <summary>Negative log-likelihood of normal distributions, each with its own variance.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="outputs">rows × (means, then logarithms of variances).</param>
    /// <param name="targets">rows × means.</param>
    /// <param name="rowLosses">One per row: the sum over its targets.</param>
    /// <param name="gradient">As long as the outputs, or empty; may not overlap them.</param>
    /// <param name="epsilon">The least variance.</param>
    /// <param name="full">Whether ½ ln 2π is part of the loss.</param>
    /// <returns>rows · means.</returns>
    public static double Gaussian(Work work, ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, double epsilon, bool full)
    {
        (int start, int end) = work.OwnRows;
        Range own = RowShare.Elements(work, outputs.Length), ownTargets = RowShare.Elements(work, targets.Length);
        GaussianRows(outputs[own], targets[ownTargets], rowLosses[start..end], gradient.IsEmpty ? gradient : gradient[own], RowShare.Width(work, targets.Length), epsilon, full, targets.Length);
        return targets.Length;
    }

    /// <summary>Variances, not below the least one, in place of their logarithms.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="outputs">rows × (means, then logarithms of variances).</param>
    /// <param name="epsilon">The least variance.</param>
    public static void Variances(Work work, Span<T> outputs, double epsilon)
    {
        VarianceKernel<T> kernel = new() { Outputs = outputs[RowShare.Elements(work, outputs.Length)], Width = RowShare.Width(work, outputs.Length) / 2, Epsilon = epsilon };
        VectorWidth.Run<VarianceKernel<T>, T>(ref kernel);
    }

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
    internal static void ElementRows<TLoss>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, int width, double setting, double other, double divisor)
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
            Other = other,
            Divisor = divisor,
        };
        VectorWidth.Run<ElementLossKernel<T, TLoss>, T>(ref kernel);
    }

    /// <summary>A loss against labels of all given rows, with a divisor that comes from elsewhere.</summary>
    internal static void LabelRows<TLoss>(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, Span<T> rowLosses, Span<T> gradient, int classes, double setting, double other, ReadOnlySpan<T> classWeights, int ignoreIndex, double divisor)
        where TLoss : ILabelLoss
    {
        LabelLossKernel<T, TLoss> kernel = new()
        {
            Outputs = outputs,
            Labels = labels,
            RowLosses = rowLosses,
            Gradient = gradient,
            Classes = classes,
            Setting = setting,
            Other = other,
            ClassWeights = classWeights,
            IgnoreIndex = ignoreIndex,
            Divisor = ClassWeighting<T>.OfGradient(divisor),
        };
        VectorWidth.Run<LabelLossKernel<T, TLoss>, T>(ref kernel);
    }

    /// <summary>Normal distributions of all given rows, with a divisor that comes from elsewhere.</summary>
    internal static void GaussianRows(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> rowLosses, Span<T> gradient, int width, double epsilon, bool full, double divisor)
    {
        GaussianLossKernel<T> kernel = new()
        {
            Outputs = outputs,
            Targets = targets,
            RowLosses = rowLosses,
            Gradient = gradient,
            Width = width,
            Epsilon = epsilon,
            Full = full,
            Divisor = divisor,
        };
        VectorWidth.Run<GaussianLossKernel<T>, T>(ref kernel);
    }
}
