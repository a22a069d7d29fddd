using ActGen.CompilerServices;

namespace ActGen;

public static partial class Losses
{
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
    public static float NLL(ReadOnlySpan<float> logProbabilities, ReadOnlySpan<int> labels, Span<float> gradient = default, ReadOnlySpan<float> classWeights = default, int ignoreIndex = -100) =>
        LabelMean<NegativeLogLikelihood>(logProbabilities, labels, gradient, classWeights, ignoreIndex, nameof(logProbabilities));

    /// <summary>Mean over the rows of −(1 − p)^γ·ln p, p = softmax(x)[label] (Lin et al. 2017). With γ = 0 cross-entropy. For finite logits it is never NaN, and overflows only where the exact loss of a row does.</summary>
    /// <param name="logits">x: rows × classes; the classes are <c>logits.Length / labels.Length</c>.</param>
    /// <param name="labels">One per row, 0 to classes − 1, or <paramref name="ignoreIndex"/>.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="logits"/>, or empty; may overlap neither it nor the weights.</param>
    /// <param name="gamma">γ, at least 0: how much less counts what is already right.</param>
    /// <param name="classWeights">One weight per class, or empty. The mean is divided by the number of rows all the same.</param>
    /// <param name="ignoreIndex">Rows with this label do not count, whatever they hold; their gradient is 0. If no row counts the loss is 0.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A label is out of range; a setting is.</exception>
    /// <exception cref="ArgumentException">No rows; a length does not fit; <paramref name="gradient"/> overlaps.</exception>
    public static float Focal(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient = default, double gamma = 2, ReadOnlySpan<float> classWeights = default, int ignoreIndex = -100)
    {
        AtLeastZero(gamma);
        return LabelMean<FocalError>(logits, labels, gradient, classWeights, ignoreIndex, nameof(logits), gamma);
    }

    /// <summary>Mean over the rows of (1 − p^q)/q, p = softmax(x)[label] (Zhang &amp; Sabuncu 2018): cross-entropy that wrong labels mislead less. Keras' <c>CategoricalGeneralizedCrossEntropy</c>, whose q is 0.5.</summary>
    /// <param name="logits">x: rows × classes; the classes are <c>logits.Length / labels.Length</c>.</param>
    /// <param name="labels">One per row, 0 to classes − 1, or <paramref name="ignoreIndex"/>.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="logits"/>, or empty; may overlap neither it nor the weights.</param>
    /// <param name="q">q, above 0 and at most 1; the paper's 0.7.</param>
    /// <param name="classWeights">One weight per class, or empty. The mean is divided by the number of rows all the same.</param>
    /// <param name="ignoreIndex">Rows with this label do not count, whatever they hold; their gradient is 0. If no row counts the loss is 0.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A label is out of range; a setting is.</exception>
    /// <exception cref="ArgumentException">No rows; a length does not fit; <paramref name="gradient"/> overlaps.</exception>
    public static float GeneralizedCrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient = default, double q = 0.7, ReadOnlySpan<float> classWeights = default, int ignoreIndex = -100)
    {
        if (!(q > 0 && q <= 1))
            throw new ArgumentOutOfRangeException(nameof(q), q, "q must be above 0 and at most 1.");
        return LabelMean<GeneralizedCrossEntropyError>(logits, labels, gradient, classWeights, ignoreIndex, nameof(logits), q);
    }
}
