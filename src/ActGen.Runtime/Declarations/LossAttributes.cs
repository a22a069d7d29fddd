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

/// <summary>Binary cross-entropy on logits (sigmoid included), mean over all elements. PyTorch's <c>BCEWithLogitsLoss</c>.</summary>
public sealed class BCEWithLogitsLossAttribute : LossAttribute
{
    /// <summary>Weight of the positive targets, above 0.</summary>
    public double PositiveWeight { get; set; } = 1;
}

/// <summary>Negative log-likelihood on log-probabilities: −x[label], mean over the rows. Put <see cref="LogSoftmaxAttribute"/> before it.</summary>
public sealed class NLLLossAttribute : LossAttribute
{
    /// <summary>One weight per class, or none.</summary>
    public double[]? ClassWeights { get; set; }

    /// <summary>Rows with this label do not count.</summary>
    public int IgnoreIndex { get; set; } = -100;
}

/// <summary>Binary cross-entropy on probabilities, logarithms clamped at −100, mean over all elements. Prefer <see cref="BCEWithLogitsLossAttribute"/>: it keeps more digits.</summary>
public sealed class BCELossAttribute : LossAttribute;

/// <summary>Mean of (x − t)² over all elements.</summary>
public sealed class MSELossAttribute : LossAttribute;

/// <summary>Mean of |x − t| over all elements.</summary>
public sealed class L1LossAttribute : LossAttribute;

/// <summary>Mean over all elements of ½d² where |d| ≤ δ, else δ(|d| − ½δ), d = x − t (Huber 1964).</summary>
/// <param name="delta">δ, above 0.</param>
public sealed class HuberLossAttribute(double delta = 1) : LossAttribute
{
    /// <summary>δ.</summary>
    public double Delta { get; } = delta;
}
