namespace ActGen;

/// <summary>Cross-entropy on logits (softmax included), mean over the rows: −log softmax(x)[label]. PyTorch's <c>CrossEntropyLoss</c>.</summary>
/// <remarks>With class weights the mean is divided by the weights of the rows' labels, as PyTorch does.</remarks>
public sealed class CrossEntropyLossAttribute : LossAttribute
{
    /// <summary>ε in targets (1 − ε)·t + ε/K; 0 ≤ ε &lt; 1.</summary>
    public double LabelSmoothing { get; set; }

    /// <summary>One weight per class, or none.</summary>
    public double[]? ClassWeights { get; set; }

    /// <summary>Rows with this label do not count.</summary>
    public int IgnoreIndex { get; set; } = -100;
}

/// <summary>Negative log-likelihood on log-probabilities: −x[label], mean over the rows. Put <see cref="LogSoftmaxAttribute"/> before it.</summary>
public sealed class NLLLossAttribute : LossAttribute
{
    /// <summary>One weight per class, or none.</summary>
    public double[]? ClassWeights { get; set; }

    /// <summary>Rows with this label do not count.</summary>
    public int IgnoreIndex { get; set; } = -100;
}

/// <summary>Focal loss on logits, mean over the rows: −(1 − p)^γ·ln p, p = softmax(x)[label] (Lin et al. 2017). Rows that are already right count less.</summary>
/// <remarks>Predictions are probabilities. Keras' <c>CategoricalFocalCrossentropy</c> also multiplies by α = 0.25: that is a smaller learning rate.</remarks>
/// <param name="gamma">γ, at least 0; 0 is cross-entropy.</param>
public sealed class FocalLossAttribute(double gamma = 2) : LossAttribute
{
    /// <summary>γ.</summary>
    public double Gamma { get; } = gamma;

    /// <summary>One weight per class, or none. The mean is divided by the number of rows all the same.</summary>
    public double[]? ClassWeights { get; set; }

    /// <summary>Rows with this label do not count.</summary>
    public int IgnoreIndex { get; set; } = -100;
}

/// <summary>Generalised cross-entropy on logits, mean over the rows: (1 − p^q)/q, p = softmax(x)[label] (Zhang &amp; Sabuncu 2018). Wrong labels mislead it less than cross-entropy.</summary>
/// <remarks>Predictions are probabilities. Keras' <c>CategoricalGeneralizedCrossEntropy</c> has q = 0.5.</remarks>
/// <param name="q">q, above 0 (towards cross-entropy) and at most 1 (half the L1 distance); the paper's 0.7.</param>
public sealed class GeneralizedCrossEntropyLossAttribute(double q = 0.7) : LossAttribute
{
    /// <summary>q.</summary>
    public double Q { get; } = q;

    /// <summary>One weight per class, or none. The mean is divided by the number of rows all the same.</summary>
    public double[]? ClassWeights { get; set; }

    /// <summary>Rows with this label do not count.</summary>
    public int IgnoreIndex { get; set; } = -100;
}

/// <summary>Hinge loss over classes, mean over the rows: Σ_j≠y max(0, m − x_y + x_j)^p / classes, y the label. PyTorch's <c>MultiMarginLoss</c>.</summary>
/// <remarks>The outputs are scores, not logits of probabilities; <c>Predict</c> gives them as they are.</remarks>
/// <param name="p">1 or 2.</param>
/// <param name="margin">m, at least 0.</param>
public sealed class MultiMarginLossAttribute(int p = 1, double margin = 1) : LossAttribute
{
    /// <summary>p.</summary>
    public int P { get; } = p;

    /// <summary>m.</summary>
    public double Margin { get; } = margin;

    /// <summary>One weight per class, or none. The mean is divided by the number of rows all the same.</summary>
    public double[]? ClassWeights { get; set; }

    /// <summary>Rows with this label do not count.</summary>
    public int IgnoreIndex { get; set; } = -100;
}

/// <summary>Hinge loss over classes, mean over the rows: max(0, 1 + max(0, max_j≠y x_j) − x_y), y the label. Keras' <c>CategoricalHinge</c>.</summary>
/// <remarks>The outputs are scores; <c>Predict</c> gives them as they are. Crammer &amp; Singer 2001 have no 0 among the x_j: with it the output of the label has to be 1 also where all others are negative.</remarks>
public sealed class CategoricalHingeLossAttribute : LossAttribute
{
    /// <summary>One weight per class, or none. The mean is divided by the number of rows all the same.</summary>
    public double[]? ClassWeights { get; set; }

    /// <summary>Rows with this label do not count.</summary>
    public int IgnoreIndex { get; set; } = -100;
}
