namespace ActGen;

/// <summary>One row of features from a row of any shape: images and sequences become what <c>[Dense]</c> reads as a whole. No value moves; the order is that of the
/// shape, the last axis fastest, as in PyTorch's <c>Flatten</c>.</summary>
public sealed class FlattenAttribute : LayerAttribute;

/// <summary>The axes of each row in another order, as PyTorch's <c>permute</c> and Keras' <c>Permute</c> without the batch. <c>[Permute(2, 1)]</c> turns (channels, length), which
/// <c>[Conv1D]</c> and pooling along one axis read, into (time, features), and back; there no value moves where memory has them in that order already.</summary>
/// <param name="axes">For each axis of the output that of the input; the first one is 1. As many as the input has, at most three.</param>
public sealed class PermuteAttribute(params int[] axes) : LayerAttribute
{
    /// <summary>For each axis of the output that of the input, from 1.</summary>
    public int[] Axes { get; } = axes;
}

/// <summary>The same values under another shape; none of them moves. As PyTorch's <c>Unflatten</c> or <c>view</c> and Keras' <c>Reshape</c>, the batch left out.</summary>
/// <param name="shape">Sizes of the axes, with the product of the input's; one of them may be −1, and is what remains.</param>
public sealed class ReshapeAttribute(params int[] shape) : LayerAttribute
{
    /// <summary>Sizes of the axes.</summary>
    public int[] Shape { get; } = shape;
}
