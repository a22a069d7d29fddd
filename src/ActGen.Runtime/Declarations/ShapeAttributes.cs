namespace ActGen;

/// <summary>One row of features from a row of any shape: images and sequences become what <c>[Dense]</c> reads as a whole. No value moves; the order is that of the
/// shape, the last axis fastest, as in PyTorch's <c>Flatten</c>.</summary>
public sealed class FlattenAttribute : LayerAttribute;

/// <summary>The same values under another shape; none of them moves. As PyTorch's <c>Unflatten</c> or <c>view</c> and Keras' <c>Reshape</c>, the batch left out.</summary>
/// <param name="shape">Sizes of the axes, with the product of the input's; one of them may be −1, and is what remains.</param>
public sealed class ReshapeAttribute(params int[] shape) : LayerAttribute
{
    /// <summary>Sizes of the axes.</summary>
    public int[] Shape { get; } = shape;
}
