namespace ActGen.CompilerServices;

/// <summary>A product and the batch normalisation directly behind it, which a frozen network computes as one product. Tensors by their first elements in the flat buffer.</summary>
/// <param name="Weights">The product's weights, [.., features].</param>
/// <param name="WeightCount">Elements of them.</param>
/// <param name="Mean">The running mean; in a frozen network the bias of the one product.</param>
/// <param name="Variance">The running variance.</param>
/// <param name="Features">Elements of each of the other tensors.</param>
/// <param name="Epsilon">ε.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FoldedNormalization(int Weights, int WeightCount, int Mean, int Variance, int Features, double Epsilon)
{
    /// <summary>The product's bias, or null.</summary>
    public int? Bias { get; init; }

    /// <summary>γ, or null.</summary>
    public int? Scale { get; init; }

    /// <summary>β, or null.</summary>
    public int? Shift { get; init; }
}
