namespace ActGen;

/// <summary>Base of the normalisations.</summary>
public abstract class NormalizationAttribute : LayerAttribute
{
    private protected NormalizationAttribute(double epsilon) => Epsilon = epsilon;

    /// <summary>ε: what is added to the variance (or mean square) before its root is taken, above 0.</summary>
    public double Epsilon { get; set; }

    /// <summary>Whether a trained γ for each feature multiplies the normalised values, and a trained β is added to them.</summary>
    public bool Affine { get; set; } = true;
}

/// <summary>Layer normalisation (Ba et al. 2016): each row of features gets mean 0 and variance 1, y = (x − mean)/√(variance + ε)·γ + β. On a sequence each time step
/// is normalised for itself, on an image the channels of each position. As PyTorch's <c>LayerNorm</c> over the last axis; <c>weight</c> is γ, <c>bias</c> β.</summary>
public sealed class LayerNormAttribute() : NormalizationAttribute(1e-5);

/// <summary>Root mean square normalisation (Zhang &amp; Sennrich 2019): y = x/√(mean of x² + ε)·γ over each row of features; the mean stays, and there is no β. On a sequence
/// each time step is normalised for itself, on an image the channels of each position.</summary>
/// <remarks>ε is 2⁻²³, what PyTorch's <c>RMSNorm</c> takes for floats when it is given none; files of models often ask for 1e-5 or 1e-6.</remarks>
public sealed class RMSNormAttribute() : NormalizationAttribute(1.1920928955078125e-7);

/// <summary>Batch normalisation (Ioffe &amp; Szegedy 2015): in training each feature gets mean 0 and variance 1 over the rows and positions of the batch, and running averages of both are kept, by
/// which inference normalises; y = x̂·γ + β. As PyTorch's <c>BatchNorm1d</c> and <c>BatchNorm2d</c>: <c>weight</c> is γ, <c>bias</c> β, <c>running_mean</c> and <c>running_var</c>, which is of the
/// unbiased variance, are saved with the weights. On an image the features are its channels.</summary>
/// <remarks>A bias directly before is subtracted again: declare <c>Bias = false</c> there. A step needs two values of each feature, so a batch of one row of features is refused.
/// The averages change in each step, also in those whose gradients are only accumulated.</remarks>
public sealed class BatchNormAttribute() : NormalizationAttribute(1e-5)
{
    /// <summary>The share of the new batch in the running averages, 0 to 1.</summary>
    public double Momentum { get; set; } = 0.1;
}

/// <summary>Group normalisation (Wu &amp; He 2018): the features of a row in equal groups, each of which, over all positions, gets mean 0 and variance 1; then γ and β for each feature. It does not look
/// at other rows, so it is the same for a batch of any size. As PyTorch's <c>GroupNorm</c>; one group for each channel is instance normalisation.</summary>
/// <param name="groups">Number of groups, which divides the number of features.</param>
public sealed class GroupNormAttribute(int groups) : NormalizationAttribute(1e-5)
{
    /// <summary>Number of groups.</summary>
    public int Groups { get; } = groups;
}
