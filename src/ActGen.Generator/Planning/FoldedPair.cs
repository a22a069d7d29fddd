using ActGen.Frontend.Model;

namespace ActGen.Generator.Planning;

/// <summary>A product and the batch normalisation directly behind it, which a frozen network computes as one product. Nothing between them reads or holds the product's
/// values, so that at inference the normalisation writes where it reads, and may be left out.</summary>
/// <param name="Product">The product; its weights take the factors.</param>
/// <param name="Norm">The normalisation; the place of its running mean takes the bias, which exists whether the product has one or not.</param>
internal sealed record FoldedPair(PlannedProduct Product, PlannedBatchNorm Norm)
{
    /// <summary>The pair to which a layer of a plan belongs, or null.</summary>
    /// <param name="layers">The plan's layers; an activation behind a product is one of them.</param>
    /// <param name="index">The layer.</param>
    public static FoldedPair? Of(IReadOnlyList<PlannedLayer> layers, int index) =>
        layers[index] is PlannedProduct ? Between(layers, index) : index > 0 ? Between(layers, index - 1) : null;

    private static FoldedPair? Between(IReadOnlyList<PlannedLayer> layers, int first) =>
        first + 1 < layers.Count && layers[first] is PlannedProduct product && layers[first + 1] is PlannedBatchNorm norm ? new(product, norm) : null;
}
