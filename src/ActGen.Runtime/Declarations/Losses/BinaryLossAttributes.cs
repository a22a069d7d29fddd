namespace ActGen;

/// <summary>Binary cross-entropy on logits (sigmoid included), mean over all elements. PyTorch's <c>BCEWithLogitsLoss</c>.</summary>
public sealed class BCEWithLogitsLossAttribute : LossAttribute
{
    /// <summary>Weight of the positive targets, above 0.</summary>
    public double PositiveWeight { get; set; } = 1;
}

/// <summary>Binary cross-entropy on probabilities, logarithms clamped at −100, mean over all elements. Prefer <see cref="BCEWithLogitsLossAttribute"/>: it keeps more digits.</summary>
public sealed class BCELossAttribute : LossAttribute;

/// <summary>Focal loss on logits of decisions between 0 and 1, mean over all elements: −αₜ(1 − pₜ)^γ·ln pₜ, p = σ(x) (Lin et al. 2017). torchvision's <c>sigmoid_focal_loss</c> with its defaults.</summary>
/// <remarks>Targets are in [0, 1]; one between them mixes the losses of 0 and 1. Predictions are probabilities. Keras' <c>BinaryFocalCrossentropy</c> leaves α out unless asked.</remarks>
/// <param name="gamma">γ, at least 0; 0 is weighted cross-entropy.</param>
/// <param name="alpha">α, the weight of the positives, in [0, 1], and 1 − α that of the negatives; −1 for neither.</param>
public sealed class BinaryFocalLossAttribute(double gamma = 2, double alpha = 0.25) : LossAttribute
{
    /// <summary>γ.</summary>
    public double Gamma { get; } = gamma;

    /// <summary>α.</summary>
    public double Alpha { get; } = alpha;
}

/// <summary>Logistic loss, mean over all elements: ln(1 + e^−tx). PyTorch's <c>SoftMarginLoss</c>.</summary>
/// <remarks>Targets are −1 and +1; the labels 0 and 1 of a data set count as them. Predictions are the probabilities of +1.</remarks>
public sealed class SoftMarginLossAttribute : LossAttribute;

/// <summary>Hinge loss, mean over all elements: max(0, 1 − tx), 0 and flat where the decision is right by a margin. Keras' <c>Hinge</c>.</summary>
/// <remarks>Targets are −1 and +1; the labels 0 and 1 of a data set count as them. Predictions are the scores x.</remarks>
public sealed class HingeLossAttribute : LossAttribute;

/// <summary>Squared hinge loss, mean over all elements: max(0, 1 − tx)². Keras' <c>SquaredHinge</c>.</summary>
/// <remarks>Targets are −1 and +1; the labels 0 and 1 of a data set count as them. Predictions are the scores x.</remarks>
public sealed class SquaredHingeLossAttribute : LossAttribute;

/// <summary>Hinge loss of distances, mean over all elements: x for targets +1, max(0, m − x) for −1. PyTorch's <c>HingeEmbeddingLoss</c>.</summary>
/// <remarks>The outputs are distances, which shall be small for +1 and at least m for −1; the derivative at m is 0 (PyTorch: −1). Predictions are the distances.</remarks>
/// <param name="margin">m, above 0.</param>
public sealed class HingeEmbeddingLossAttribute(double margin = 1) : LossAttribute
{
    /// <summary>m.</summary>
    public double Margin { get; } = margin;
}
