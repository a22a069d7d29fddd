using ActGen.CompilerServices;

namespace ActGen;

public static partial class Losses
{
    /// <summary>Mean over the rows of −x·t/(‖x‖‖t‖), from −1 for the same direction to 1 for the opposite one; 0 with gradient 0 where x or t is 0. Keras' <c>CosineSimilarity</c>.</summary>
    /// <param name="outputs">x: rows × <paramref name="width"/>.</param>
    /// <param name="targets">t, as many.</param>
    /// <param name="width">Elements of a row, at least 1.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; no whole number of rows; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is below 1.</exception>
    public static float CosineSimilarity(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int width, Span<float> gradient = default) =>
        RowMean<CosineSimilarityError>(outputs, targets, width, gradient, nameof(outputs));

    /// <summary>Mean over the rows of 1 − 2Σxt/(Σx + Σt) (Milletari et al. 2016), 10⁻⁷ added above and below: an empty row that is predicted empty costs 0. Keras' <c>Dice</c> with <c>axis=-1</c>.</summary>
    /// <param name="probabilities">x, in [0, 1]: rows × <paramref name="width"/>.</param>
    /// <param name="targets">t, in [0, 1], as many.</param>
    /// <param name="width">Elements of a row, at least 1; all of them, for one number over the whole batch.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="probabilities"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; no whole number of rows; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is below 1.</exception>
    public static float Dice(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets, int width, Span<float> gradient = default) =>
        RowMean<TverskyError>(probabilities, targets, width, gradient, nameof(probabilities), 0.5, 0.5);

    /// <summary>Mean over the rows of 1 − I/(I + αP + βN), I = Σxt, P = Σx(1 − t) false positives, N = Σ(1 − x)t false negatives (Salehi et al. 2017), 10⁻⁷ added above and below. Keras' <c>Tversky</c> with <c>axis=-1</c>.</summary>
    /// <param name="probabilities">x, in [0, 1]: rows × <paramref name="width"/>.</param>
    /// <param name="targets">t, in [0, 1], as many.</param>
    /// <param name="width">Elements of a row, at least 1; all of them, for one number over the whole batch.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="probabilities"/>, or empty; may overlap neither.</param>
    /// <param name="alpha">α, the weight of false positives, at least 0.</param>
    /// <param name="beta">β, the weight of false negatives, at least 0.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; no whole number of rows; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is below 1; a weight is not at least 0 and finite.</exception>
    public static float Tversky(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets, int width, Span<float> gradient = default, double alpha = 0.5, double beta = 0.5)
    {
        AtLeastZero(alpha);
        AtLeastZero(beta);
        return RowMean<TverskyError>(probabilities, targets, width, gradient, nameof(probabilities), alpha, beta);
    }

    /// <summary>Mean over the rows of Σ max(0, 1 − (x_i − x_j)) over the pairs of a right class i and a wrong one j, divided by the classes. PyTorch's <c>MultiLabelMarginLoss</c>.</summary>
    /// <param name="outputs">x: rows × <paramref name="classes"/>.</param>
    /// <param name="targets">t, as many: at least ½ for the right classes of a row. PyTorch takes lists of classes.</param>
    /// <param name="classes">Elements of a row, at least 1.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; no whole number of rows; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is below 1.</exception>
    public static float MultiLabelMargin(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int classes, Span<float> gradient = default) =>
        RowMean<MultiLabelMarginError>(outputs, targets, classes, gradient, nameof(outputs));

    [SkipLocalsInit]
    private static float RowMean<TLoss>(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, int width, Span<float> gradient, string outputsName, double setting = 0, double other = 0, [CallerArgumentExpression(nameof(width))] string widthName = "")
        where TLoss : IRowLoss
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1, widthName);
        NotEmpty(outputs.Length, outputsName);
        if (outputs.Length % width != 0)
            throw new ArgumentException($"{outputsName} has {outputs.Length} elements, which is not a whole number of rows of {width}.", outputsName);
        if (targets.Length != outputs.Length)
            throw new ArgumentException($"targets has {targets.Length} elements; {outputsName} has {outputs.Length}.", nameof(targets));
        Gradient(gradient, outputs, targets, outputsName);
        int rows = outputs.Length / width;
        Span<float> losses = stackalloc float[Math.Min(RowsAtOnce, rows)];
        double sum = 0;
        for (int start = 0; start < rows; start += RowsAtOnce)
        {
            int count = Math.Min(RowsAtOnce, rows - start);
            Range own = (start * width)..((start + count) * width);
            LossKernels<float>.WholeRows<TLoss>(outputs[own], targets[own], losses[..count], gradient.IsEmpty ? gradient : gradient[own], width, setting, other, rows);
            sum = AddInOrder(sum, losses[..count]);
        }

        return (float)(sum / rows);
    }
}
