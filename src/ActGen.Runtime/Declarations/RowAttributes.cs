namespace ActGen;

/// <summary>Softmax over the last axis: y = exp(x − max) / Σ exp(x − max); each row sums to 1.</summary>
/// <remarks>For class probabilities prefer logits with <see cref="CrossEntropyLossAttribute"/>: <c>Predict</c> applies softmax itself.</remarks>
public sealed class SoftmaxAttribute : LayerAttribute;

/// <summary>Logarithm of softmax over the last axis, without the loss of digits of <c>log(softmax(x))</c>. Goes with <see cref="NLLLossAttribute"/>.</summary>
public sealed class LogSoftmaxAttribute : LayerAttribute;

/// <summary>Softmax of −x over the last axis: the smallest element, an energy or a distance, gets the largest probability.</summary>
public sealed class SoftminAttribute : LayerAttribute;

/// <summary>Sparsemax over the last axis: y = max(x − τ, 0) with τ such that each row sums to 1 (Martins &amp; Astudillo 2016). Unlike softmax
/// it gives small elements the probability 0 exactly.</summary>
public sealed class SparsemaxAttribute : LayerAttribute;

/// <summary>Concatenated ReLU: [max(x, 0), max(−x, 0)], which doubles the last axis (Shang et al. 2016).</summary>
public sealed class CReLUAttribute : LayerAttribute;

/// <summary>Maxout: the largest of <paramref name="pieces"/> values, which divides the last axis by their number (Goodfellow et al. 2013). Put a dense layer of
/// <paramref name="pieces"/> times the units before it.</summary>
/// <remarks>The row is cut into <paramref name="pieces"/> equal parts and output j is the largest of their j-th elements: <c>torch.stack(x.chunk(pieces, -1)).amax(0)</c>. The
/// gradient goes to the first of the largest.</remarks>
/// <param name="pieces">Number of values of which one is taken, at least 1; it divides the last axis.</param>
public sealed class MaxoutAttribute(int pieces) : LayerAttribute
{
    /// <summary>Number of values of which one is taken.</summary>
    public int Pieces { get; } = pieces;
}
