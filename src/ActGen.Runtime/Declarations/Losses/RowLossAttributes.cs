namespace ActGen;

/// <summary>Cosine similarity of each row with its targets, negative, mean over the rows: −x·t/(‖x‖‖t‖). Keras' <c>CosineSimilarity</c>; PyTorch's <c>CosineEmbeddingLoss</c> of similar pairs is 1 more.</summary>
/// <remarks>Only directions count: lengths get no gradient. Where a row or its targets are 0 the loss is 0 and so is the gradient.</remarks>
public sealed class CosineSimilarityLossAttribute : LossAttribute;

/// <summary>Dice loss of each row, mean over the rows: 1 − 2Σxt/(Σx + Σt) (Milletari et al. 2016). Keras' <c>Dice</c> with <c>axis=-1</c>. For targets of which few are 1, as the masks of segmentation.</summary>
/// <remarks>The outputs are probabilities: put <c>[Sigmoid]</c> before it. 10⁻⁷ is added above and below, so that an empty row that is predicted empty costs 0 (Keras: 1).</remarks>
public sealed class DiceLossAttribute : LossAttribute;

/// <summary>Tversky loss of each row, mean over the rows: 1 − I/(I + αP + βN), I = Σxt, P = Σx(1 − t) the false positives, N = Σ(1 − x)t the false negatives (Salehi et al. 2017). Keras' <c>Tversky</c> with <c>axis=-1</c>.</summary>
/// <remarks>The outputs are probabilities: put <c>[Sigmoid]</c> before it. A β above α finds more of the ones and takes more zeros for ones.</remarks>
/// <param name="alpha">α, the weight of false positives, at least 0.</param>
/// <param name="beta">β, the weight of false negatives, at least 0.</param>
public sealed class TverskyLossAttribute(double alpha = 0.5, double beta = 0.5) : LossAttribute
{
    /// <summary>α.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>β.</summary>
    public double Beta { get; } = beta;
}

/// <summary>Hinge loss over all pairs of a right class i and a wrong one j, mean over the rows: Σ max(0, 1 − (x_i − x_j)) / classes. PyTorch's <c>MultiLabelMarginLoss</c>.</summary>
/// <remarks>Targets are at least ½ for the right classes of a row and below it for the others; PyTorch takes lists of classes. Only the order of the outputs counts, so there is no threshold
/// and no <c>Classify</c>.</remarks>
public sealed class MultiLabelMarginLossAttribute : LossAttribute;
