using ActGen.CompilerServices;

namespace ActGen;

public static partial class Losses
{
    /// <summary>Mean of −p·t·ln σ(x) − (1 − t)·ln σ(−x) over all elements. For finite logits it is never NaN, and overflows only where the exact loss of an element does. PyTorch's <c>BCEWithLogitsLoss</c>.</summary>
    /// <param name="logits">x.</param>
    /// <param name="targets">t, in [0, 1], as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="logits"/>, or empty; may overlap neither.</param>
    /// <param name="positiveWeight">p, the weight of the positive targets, above 0.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="positiveWeight"/> is not above 0 and finite.</exception>
    public static float BCEWithLogits(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient = default, double positiveWeight = 1)
    {
        Positive(positiveWeight);
        return Mean<LogisticError>(logits, targets, gradient, nameof(logits), positiveWeight);
    }

    /// <summary>Mean of −t·ln x − (1 − t)·ln(1 − x) over all elements, logarithms clamped at −100. PyTorch's <c>BCELoss</c>; <see cref="BCEWithLogits"/> keeps more digits.</summary>
    /// <param name="probabilities">x, in [0, 1]; outside of it the loss is NaN.</param>
    /// <param name="targets">t, in [0, 1], as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="probabilities"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    public static float BCE(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets, Span<float> gradient = default) =>
        Mean<BernoulliError>(probabilities, targets, gradient, nameof(probabilities));

    /// <summary>Mean over all elements of the focal loss of Lin et al. 2017: t·α(1 − p)^γ·(−ln p) + (1 − t)·(1 − α)·p^γ·(−ln(1 − p)), p = σ(x), finite for every finite logit. torchvision's <c>sigmoid_focal_loss</c> with its defaults.</summary>
    /// <param name="logits">x.</param>
    /// <param name="targets">t, in [0, 1], as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="logits"/>, or empty; may overlap neither.</param>
    /// <param name="gamma">γ, at least 0: how much less counts what is already right; 0 is cross-entropy.</param>
    /// <param name="alpha">α, the weight of the positives, in [0, 1], and 1 − α that of the negatives; −1 for neither, as Keras has it.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gamma"/> or <paramref name="alpha"/> is out of range.</exception>
    public static float BinaryFocal(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient = default, double gamma = 2, double alpha = 0.25)
    {
        AtLeastZero(gamma);
        if (!(alpha is -1 or (>= 0 and <= 1)))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "alpha must be in [0, 1], or −1 for none.");
        return Mean<BinaryFocalError>(logits, targets, gradient, nameof(logits), gamma, alpha);
    }

    /// <summary>Mean over all elements of ln(1 + e^−tx). PyTorch's <c>SoftMarginLoss</c>; <see cref="BCEWithLogits"/> with targets (t + 1)/2 is the same.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, −1 or +1, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps; a target is neither −1 nor +1.</exception>
    public static float SoftMargin(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default)
    {
        Signed(targets);
        return Mean<SoftMarginError>(outputs, targets, gradient, nameof(outputs));
    }

    /// <summary>Mean over all elements of max(0, 1 − tx). Keras' <c>Hinge</c>, which also takes targets of 0 and 1.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, −1 or +1, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps; a target is neither −1 nor +1.</exception>
    public static float Hinge(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default)
    {
        Signed(targets);
        return Mean<HingeError>(outputs, targets, gradient, nameof(outputs));
    }

    /// <summary>Mean over all elements of max(0, 1 − tx)². Keras' <c>SquaredHinge</c>, which also takes targets of 0 and 1.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">t, −1 or +1, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; <paramref name="gradient"/> overlaps; a target is neither −1 nor +1.</exception>
    public static float SquaredHinge(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default)
    {
        Signed(targets);
        return Mean<SquaredHingeError>(outputs, targets, gradient, nameof(outputs));
    }

    /// <summary>Mean over all elements of x for targets +1 and max(0, m − x) for −1, x a distance; the derivative at m is 0. PyTorch's <c>HingeEmbeddingLoss</c>.</summary>
    /// <param name="outputs">x.</param>
    /// <param name="targets">−1 or +1, as many.</param>
    /// <param name="gradient">∂L/∂x, as long as <paramref name="outputs"/>, or empty; may overlap neither.</param>
    /// <param name="margin">m, above 0.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">No elements; lengths differ; a target is neither −1 nor +1; <paramref name="gradient"/> overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is not above 0 and finite.</exception>
    public static float HingeEmbedding(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient = default, double margin = 1)
    {
        Positive(margin);
        Signed(targets);
        return Mean<HingeEmbeddingError>(outputs, targets, gradient, nameof(outputs), margin);
    }
}
