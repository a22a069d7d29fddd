namespace ActGen;

/// <summary>Softmax over the last axis: y = exp(x − max) / Σ exp(x − max); each row sums to 1.</summary>
/// <remarks>
/// <para>Attention and mixtures inside a network. For class probabilities prefer logits with <see cref="CrossEntropyLossAttribute"/>: <c>Predict</c>
/// applies softmax itself.</para>
/// <para>Backward, from y: dx = y ⊙ (g − ⟨g, y⟩).</para>
/// <list type="bullet">
/// <item><term>PyTorch</term><description><c>Softmax(dim)</c></description></item>
/// <item><term>Keras</term><description><c>softmax(axis=-1)</c></description></item>
/// <item><term>ONNX</term><description><c>Softmax(axis=-1)</c></description></item>
/// <item><term>Trap</term><description>PyTorch asks for the axis and only warns without it; here it is always the last one.</description></item>
/// <item><term>Trap</term><description>Before a cross-entropy that takes logits it is applied twice (ACT2001).</description></item>
/// </list>
/// </remarks>
public sealed class SoftmaxAttribute : LayerAttribute;

/// <summary>Logarithm of softmax over the last axis, without the loss of digits of <c>log(softmax(x))</c>. Goes with <see cref="NLLLossAttribute"/>.</summary>
/// <remarks>
/// <para>Log-probabilities at the output, for NLLLoss; CrossEntropyLoss does both in one step.</para>
/// <para>Backward, from y: dx = g − e^y·Σg.</para>
/// <list type="bullet">
/// <item><term>PyTorch</term><description><c>LogSoftmax(dim)</c></description></item>
/// <item><term>Keras</term><description><c>log_softmax(axis=-1)</c></description></item>
/// <item><term>ONNX</term><description><c>LogSoftmax(axis=-1)</c></description></item>
/// </list>
/// </remarks>
public sealed class LogSoftmaxAttribute : LayerAttribute;

/// <summary>Softmax of −x over the last axis: the smallest element, an energy or a distance, gets the largest probability.</summary>
/// <remarks>
/// <para>Attention by distances or energies.</para>
/// <para>Backward, from y: dx = −y ⊙ (g − ⟨g, y⟩).</para>
/// <list type="bullet">
/// <item><term>PyTorch</term><description><c>Softmin(dim)</c></description></item>
/// <item><term>Keras</term><description>no counterpart</description></item>
/// <item><term>ONNX</term><description><c>Neg</c> and <c>Softmax</c></description></item>
/// </list>
/// </remarks>
public sealed class SoftminAttribute : LayerAttribute;

/// <summary>Sparsemax over the last axis: y = max(x − τ, 0) with τ such that each row sums to 1 (Martins &amp; Astudillo 2016). Unlike softmax
/// it gives small elements the probability 0 exactly.</summary>
/// <remarks>
/// <para>Attention that shall look at few places: all others get weight 0 and no gradient.</para>
/// <para>Backward, on the support S of y: dx = g − mean of g over S; elsewhere 0.</para>
/// <list type="bullet">
/// <item><term>PyTorch</term><description>no counterpart</description></item>
/// <item><term>Keras</term><description><c>sparsemax(axis=-1)</c></description></item>
/// <item><term>ONNX</term><description>no counterpart</description></item>
/// <item><term>Trap</term><description>A class with probability 0 has an infinite cross-entropy: sparsemax is no output for it.</description></item>
/// </list>
/// </remarks>
public sealed class SparsemaxAttribute : LayerAttribute;

/// <summary>Concatenated ReLU: [max(x, 0), max(−x, 0)], which doubles the last axis (Shang et al. 2016).</summary>
/// <remarks>
/// <para>First convolutions of vision networks, whose filters come in pairs of opposite sign; nothing is lost as half of it is in ReLU.</para>
/// <para>Backward: dx = g₁[x &gt; 0] − g₂[x &lt; 0].</para>
/// <list type="bullet">
/// <item><term>PyTorch</term><description>no counterpart</description></item>
/// <item><term>Keras</term><description>in older versions only</description></item>
/// <item><term>ONNX</term><description><c>Concat</c> of two <c>Relu</c></description></item>
/// <item><term>Trap</term><description>The layer behind it has twice as many inputs.</description></item>
/// </list>
/// </remarks>
public sealed class CReLUAttribute : LayerAttribute;

/// <summary>Maxout: the largest of <paramref name="pieces"/> values, which divides the last axis by their number (Goodfellow et al. 2013). Put a dense layer of
/// <paramref name="pieces"/> times the units before it.</summary>
/// <remarks>
/// <para>Where a unit shall learn its own convex activation, at the price of <paramref name="pieces"/> times the weights.</para>
/// <para>The row is cut into <paramref name="pieces"/> equal parts and output j is the largest of their j-th elements. Backward: the gradient goes to
/// the first of the largest.</para>
/// <list type="bullet">
/// <item><term>PyTorch</term><description><c>torch.stack(x.chunk(pieces, -1)).amax(0)</c>, no module</description></item>
/// <item><term>Keras</term><description>no counterpart</description></item>
/// <item><term>ONNX</term><description><c>Reshape</c> and <c>ReduceMax</c></description></item>
/// <item><term>Trap</term><description>Other libraries take pieces that lie beside one another: the columns of stored weights then have another
/// order.</description></item>
/// </list>
/// </remarks>
/// <param name="pieces">Number of values of which one is taken, at least 1; it divides the last axis.</param>
public sealed class MaxoutAttribute(int pieces) : LayerAttribute
{
    /// <summary>Number of values of which one is taken.</summary>
    public int Pieces { get; } = pieces;
}
