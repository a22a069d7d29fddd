using ActGen.CompilerServices;

namespace ActGen;

public static partial class Losses
{
    /// <summary>Mean over the rows of Σ_j≠y max(0, m − x_y + x_j)^p / classes, y the label. PyTorch's <c>MultiMarginLoss</c>.</summary>
    /// <param name="outputs">x: rows × classes; the classes are <c>outputs.Length / labels.Length</c>.</param>
    /// <param name="labels">One per row, 0 to classes − 1, or <paramref name="ignoreIndex"/>.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither it nor the weights.</param>
    /// <param name="p">1 or 2.</param>
    /// <param name="margin">m, at least 0.</param>
    /// <param name="classWeights">One weight per class, or empty. The mean is divided by the number of rows all the same.</param>
    /// <param name="ignoreIndex">Rows with this label do not count, whatever they hold; their gradient is 0. If no row counts the loss is 0.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A label is out of range; a setting is.</exception>
    /// <exception cref="ArgumentException">No rows; a length does not fit; <paramref name="gradient"/> overlaps.</exception>
    public static float MultiMargin(ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels, Span<float> gradient = default, int p = 1, double margin = 1, ReadOnlySpan<float> classWeights = default, int ignoreIndex = -100)
    {
        if (p is not (1 or 2))
            throw new ArgumentOutOfRangeException(nameof(p), p, "p must be 1 or 2.");
        AtLeastZero(margin);
        return LabelMean<MultiMarginError>(outputs, labels, gradient, classWeights, ignoreIndex, nameof(outputs), p, margin);
    }

    /// <summary>Mean over the rows of max(0, 1 + max(0, max_j≠y x_j) − x_y), y the label. Keras' <c>CategoricalHinge</c>; Crammer &amp; Singer 2001 have no 0 among the x_j.</summary>
    /// <param name="outputs">x: rows × classes; the classes are <c>outputs.Length / labels.Length</c>.</param>
    /// <param name="labels">One per row, 0 to classes − 1, or <paramref name="ignoreIndex"/>.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither it nor the weights.</param>
    /// <param name="classWeights">One weight per class, or empty. The mean is divided by the number of rows all the same.</param>
    /// <param name="ignoreIndex">Rows with this label do not count, whatever they hold; their gradient is 0. If no row counts the loss is 0.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A label is out of range.</exception>
    /// <exception cref="ArgumentException">No rows; a length does not fit; <paramref name="gradient"/> overlaps.</exception>
    public static float CategoricalHinge(ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels, Span<float> gradient = default, ReadOnlySpan<float> classWeights = default, int ignoreIndex = -100) =>
        LabelMean<CategoricalHingeError>(outputs, labels, gradient, classWeights, ignoreIndex, nameof(outputs));
}
