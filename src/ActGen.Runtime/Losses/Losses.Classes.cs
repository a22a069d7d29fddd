using ActGen.CompilerServices;

namespace ActGen;

public static partial class Losses
{
    private const int RowsAtOnce = 512;

    /// <summary>Mean over the rows of −ln softmax(x)[label]. PyTorch's <c>CrossEntropyLoss</c>; the softmax is inside.</summary>
    /// <param name="logits">x: rows × classes; the classes are <c>logits.Length / labels.Length</c>.</param>
    /// <param name="labels">One per row, 0 to classes − 1, or <paramref name="ignoreIndex"/>.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="logits"/>, or empty; may not overlap it.</param>
    /// <param name="labelSmoothing">ε in targets (1 − ε)·t + ε/classes; 0 ≤ ε &lt; 1.</param>
    /// <param name="classWeights">One weight per class, or empty. The mean is then divided by the weights of the rows' labels.</param>
    /// <param name="ignoreIndex">Rows with this label do not count, whatever they hold; their gradient is 0. If no row counts the loss is 0 (PyTorch: NaN).</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A label is out of range; <paramref name="labelSmoothing"/> is.</exception>
    /// <exception cref="ArgumentException">No rows; a length does not fit; <paramref name="gradient"/> overlaps.</exception>
    public static float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient = default, double labelSmoothing = 0, ReadOnlySpan<float> classWeights = default, int ignoreIndex = -100)
    {
        Smoothing(labelSmoothing);
        int classes = Classes(logits, labels, gradient, classWeights, ignoreIndex, nameof(logits));
        double divisor = ClassWeighting<float>.Divisor(labels, classWeights, ignoreIndex);
        return CrossEntropyMean(logits, labels, default, gradient, labels.Length, classes, labelSmoothing, classWeights, ignoreIndex, divisor);
    }

    /// <summary>−Σ t·ln softmax(x) of one row with probabilities as target.</summary>
    /// <param name="logits">x, one per class.</param>
    /// <param name="targetProbabilities">t, one per class.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="logits"/>, or empty; may overlap neither.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">No classes; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    public static float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targetProbabilities, Span<float> gradient = default)
    {
        NotEmpty(logits.Length, nameof(logits));
        return CrossEntropy(logits, targetProbabilities, logits.Length, gradient);
    }

    /// <summary>Mean over the rows of −Σ t·ln softmax(x), with probabilities as targets.</summary>
    /// <param name="logits">x: rows × <paramref name="classes"/>.</param>
    /// <param name="targetProbabilities">t: rows × <paramref name="classes"/>.</param>
    /// <param name="classes">Number of classes, at least 1.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="logits"/>, or empty; may overlap neither.</param>
    /// <param name="labelSmoothing">ε in targets (1 − ε)·t + ε/classes; 0 ≤ ε &lt; 1.</param>
    /// <param name="classWeights">One weight per class, or empty. The mean is divided by the rows all the same.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is below 1; <paramref name="labelSmoothing"/> is out of range.</exception>
    /// <exception cref="ArgumentException">No rows; a length does not fit; <paramref name="gradient"/> overlaps.</exception>
    public static float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targetProbabilities, int classes, Span<float> gradient = default, double labelSmoothing = 0, ReadOnlySpan<float> classWeights = default)
    {
        Smoothing(labelSmoothing);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        NotEmpty(logits.Length, nameof(logits));
        if (logits.Length % classes != 0)
            throw new ArgumentException($"logits has {logits.Length} elements, which is not a whole number of rows of {classes} classes.", nameof(logits));
        if (targetProbabilities.Length != logits.Length)
            throw new ArgumentException($"targetProbabilities has {targetProbabilities.Length} elements; logits has {logits.Length}.", nameof(targetProbabilities));
        Weights(classWeights, classes, gradient);
        Gradient(gradient, logits, targetProbabilities, nameof(logits));
        int rows = logits.Length / classes;
        return CrossEntropyMean(logits, default, targetProbabilities, gradient, rows, classes, labelSmoothing, classWeights, ignoreIndex: 0, rows);
    }

    /// <summary>Mean over the rows of −x[label], x log-probabilities. PyTorch's <c>NLLLoss</c>.</summary>
    /// <param name="logProbabilities">x: rows × classes; the classes are <c>logProbabilities.Length / labels.Length</c>.</param>
    /// <param name="labels">One per row, 0 to classes − 1, or <paramref name="ignoreIndex"/>.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="logProbabilities"/>, or empty; may not overlap it.</param>
    /// <param name="classWeights">One weight per class, or empty. The mean is then divided by the weights of the rows' labels.</param>
    /// <param name="ignoreIndex">Rows with this label do not count, whatever they hold; their gradient is 0. If no row counts the loss is 0 (PyTorch: NaN).</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A label is out of range.</exception>
    /// <exception cref="ArgumentException">No rows; a length does not fit; <paramref name="gradient"/> overlaps.</exception>
    [SkipLocalsInit]
    public static float NLL(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<int> labels, Span<float> gradient = default, ReadOnlySpan<float> classWeights = default, int ignoreIndex = -100)
    {
        int classes = Classes(logProbabilities, labels, gradient, classWeights, ignoreIndex, nameof(logProbabilities));
        double divisor = ClassWeighting<float>.Divisor(labels, classWeights, ignoreIndex), sum = 0;
        Span<float> losses = stackalloc float[Math.Min(RowsAtOnce, labels.Length)];
        for (int start = 0; start < labels.Length; start += RowsAtOnce)
        {
            int rows = Math.Min(RowsAtOnce, labels.Length - start);
            Range elements = (start * classes)..((start + rows) * classes);
            NegativeLogLikelihoodRows<float>.Run(logProbabilities[elements], labels.Slice(start, rows), losses, gradient.IsEmpty ? gradient : gradient[elements], classes, classWeights, ignoreIndex, divisor);
            sum = AddInOrder(sum, losses[..rows]);
        }

        return (float)ClassWeighting<float>.Mean(sum, divisor);
    }

    [SkipLocalsInit]
    private static float CrossEntropyMean(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, Span<float> gradient, int rows, int classes, double labelSmoothing, ReadOnlySpan<float> classWeights, int ignoreIndex, double divisor)
    {
        Span<float> losses = stackalloc float[Math.Min(RowsAtOnce, rows)];
        double sum = 0;
        for (int start = 0; start < rows; start += RowsAtOnce)
        {
            int count = Math.Min(RowsAtOnce, rows - start);
            Range elements = (start * classes)..((start + count) * classes);
            LossKernels<float>.CrossEntropyRows(logits[elements], labels.IsEmpty ? labels : labels.Slice(start, count), targets.IsEmpty ? targets : targets[elements], losses[..count], gradient.IsEmpty ? gradient : gradient[elements], classes, labelSmoothing, classWeights, ignoreIndex, divisor);
            sum = AddInOrder(sum, losses[..count]);
        }

        return (float)ClassWeighting<float>.Mean(sum, divisor);
    }

    private static double AddInOrder(double sum, ReadOnlySpan<float> losses)
    {
        foreach (float loss in losses)
            sum += loss;
        return sum;
    }

    private static int Classes(ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels, Span<float> gradient, ReadOnlySpan<float> classWeights, int ignoreIndex, string outputsName)
    {
        NotEmpty(labels.Length, nameof(labels));
        NotEmpty(outputs.Length, outputsName);
        if (outputs.Length % labels.Length != 0)
            throw new ArgumentException($"{outputsName} has {outputs.Length} elements, which cannot be shared evenly among {labels.Length} labels.", outputsName);
        int classes = outputs.Length / labels.Length;
        LabelCheck.Ensure(labels, classes, ignoreIndex);
        Weights(classWeights, classes, gradient);
        Gradient(gradient, outputs, default, outputsName);
        return classes;
    }

    private static void Weights(ReadOnlySpan<float> classWeights, int classes, ReadOnlySpan<float> gradient)
    {
        if (gradient.Overlaps(classWeights))
            throw new ArgumentException("gradient overlaps classWeights, which later rows still read.", nameof(gradient));
        if (!classWeights.IsEmpty && classWeights.Length != classes)
            throw new ArgumentException($"classWeights has {classWeights.Length} elements; there are {classes} classes.", nameof(classWeights));
    }

    private static void Smoothing(double labelSmoothing)
    {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1))
            throw new ArgumentOutOfRangeException(nameof(labelSmoothing), labelSmoothing, "labelSmoothing must be at least 0 and below 1.");
    }
}
