namespace ActGen;

/// <summary>A gate over the halves of the last axis: y = a ⊙ f(b), which halves it. Any formula can be the gate: <c>[Gated&lt;Serf&gt;]</c>.</summary>
/// <remarks>[a, b] is the order of <c>torch.nn.GLU</c> and of <c>x.chunk(2, -1)</c>: values first, the gate's inputs second. A learned parameter of the
/// formula is one number for the layer.</remarks>
/// <typeparam name="TFormula">f, a struct marked <see cref="ActivationFunctionAttribute"/>.</typeparam>
/// <param name="parameters">The formula's parameters in order; those left out take their defaults.</param>
public class GatedAttribute<TFormula>(params double[] parameters) : LayerAttribute
    where TFormula : IActivation
{
    /// <summary>The formula's parameters in order.</summary>
    public double[] Parameters { get; } = parameters;

    /// <summary>Whether the functions of the formula trade their last digits for speed; docs/numerics.md has the bounds of both. Formulas
    /// without exponentials have one precision.</summary>
    public Precision Precision { get; set; }
}

/// <summary>Gated linear unit: y = a ⊙ σ(b) over the halves of the last axis (Dauphin et al. 2017). PyTorch's <c>GLU</c>.</summary>
/// <remarks>
/// <para>Gates in sequence models; the layer before it needs twice the units.</para>
/// <para>Backward: da = g ⊙ σ(b), db = g ⊙ a ⊙ σ(b)(1 − σ(b)).</para>
/// <list type="bullet">
/// <item><term>PyTorch</term><description><c>GLU(dim=-1)</c></description></item>
/// <item><term>Keras</term><description><c>glu(axis=-1)</c></description></item>
/// <item><term>ONNX</term><description><c>Split</c>, <c>Sigmoid</c> and <c>Mul</c></description></item>
/// <item><term>Trap</term><description>The values are the first half and the gate the second one, as in PyTorch and Keras.</description></item>
/// </list>
/// </remarks>
public sealed class GLUAttribute() : GatedAttribute<Formulas.Sigmoid>();

/// <summary>A dense layer with a gate: y = (x·W + b) ⊙ f(x·V + c) (Shazeer 2020). Any formula can be the gate: <c>[GatedDense&lt;Serf&gt;(64)]</c>.</summary>
/// <remarks>One matrix product of 2·units columns, W's first, followed by <see cref="GatedAttribute{TFormula}"/>: the weights are those of PyTorch's
/// <c>nn.Linear(inputs, 2 * units)</c>, whose output <c>chunk(2, -1)</c> cuts into values and the gate's inputs.</remarks>
/// <typeparam name="TFormula">f, a struct marked <see cref="ActivationFunctionAttribute"/>.</typeparam>
/// <param name="units">Number of outputs, at least 1; the product has twice as many columns.</param>
/// <param name="parameters">The formula's parameters in order; those left out take their defaults.</param>
public class GatedDenseAttribute<TFormula>(int units, params double[] parameters) : LayerAttribute
    where TFormula : IActivation
{
    /// <summary>Number of outputs.</summary>
    public int Units { get; } = units;

    /// <summary>The formula's parameters in order.</summary>
    public double[] Parameters { get; } = parameters;

    /// <summary>Whether biases are added.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>How the weights start.</summary>
    public Initializer Init { get; set; } = Initializer.Auto;

    /// <summary>What the initial weights are multiplied by, finite: the gain of the initialisers that have one, the standard deviation of <see cref="Initializer.Normal"/>, the bound of <see cref="Initializer.Uniform"/>,
    /// the value of <see cref="Initializer.Ones"/>. Biases do not depend on it.</summary>
    public double InitScale { get; set; } = 1;

    /// <summary>Whether the functions of the formula trade their last digits for speed; docs/numerics.md has the bounds of both. Formulas
    /// without exponentials have one precision.</summary>
    public Precision Precision { get; set; }
}

/// <summary>y = (x·W + b) ⊙ SiLU(x·V + c), the hidden layer of LLaMA's feed-forward blocks (Shazeer 2020); <c>Bias = false</c> there.</summary>
/// <remarks>
/// <para>The feed-forward part of transformers.</para>
/// <para>Backward: the product rule; one matrix product for both halves.</para>
/// <list type="bullet">
/// <item><term>PyTorch</term><description><c>nn.Linear(n, 2 * units)</c>, <c>chunk</c>, <c>a * F.silu(b)</c></description></item>
/// <item><term>Keras</term><description>no counterpart</description></item>
/// <item><term>ONNX</term><description>no counterpart</description></item>
/// <item><term>Trap</term><description>LLaMA stores the two matrices apart and gates with the first one, <c>silu(gate_proj(x)) * up_proj(x)</c>:
/// stack <c>up_proj</c> above <c>gate_proj</c>.</description></item>
/// <item><term>Trap</term><description>A block has three matrices where a plain one has two: 8/3 times the width costs what 4 times does
/// there.</description></item>
/// </list>
/// </remarks>
/// <param name="units">Number of outputs, at least 1; the product has twice as many columns.</param>
public sealed class SwiGLUAttribute(int units) : GatedDenseAttribute<Formulas.SiLU>(units);

/// <summary>y = (x·W + b) ⊙ GELU(x·V + c) (Shazeer 2020).</summary>
/// <remarks>
/// <para>The feed-forward part of transformers (T5 1.1, Gemma).</para>
/// <para>Backward: the product rule; one matrix product for both halves.</para>
/// <list type="bullet">
/// <item><term>PyTorch</term><description><c>nn.Linear(n, 2 * units)</c>, <c>chunk</c>, <c>a * F.gelu(b)</c></description></item>
/// <item><term>Keras</term><description>no counterpart</description></item>
/// <item><term>ONNX</term><description>no counterpart</description></item>
/// <item><term>Trap</term><description>T5 and Gemma mean the tanh form: <c>Approximate = true</c>.</description></item>
/// </list>
/// </remarks>
/// <param name="units">Number of outputs, at least 1; the product has twice as many columns.</param>
public sealed class GEGLUAttribute(int units) : GatedDenseAttribute<Formulas.GELU>(units)
{
    /// <summary>Takes GELU by its tanh form.</summary>
    [SelectsFormula<Formulas.GELUTanh>]
    public bool Approximate { get; set; }
}

/// <summary>y = (x·W + b) ⊙ max(x·V + c, 0) (Shazeer 2020).</summary>
/// <remarks>
/// <para>The feed-forward part of transformers where exponentials are dear.</para>
/// <para>Backward: the product rule; one matrix product for both halves.</para>
/// <list type="bullet">
/// <item><term>PyTorch</term><description><c>nn.Linear(n, 2 * units)</c>, <c>chunk</c>, <c>a * F.relu(b)</c></description></item>
/// <item><term>Keras</term><description>no counterpart</description></item>
/// <item><term>ONNX</term><description>no counterpart</description></item>
/// </list>
/// </remarks>
/// <param name="units">Number of outputs, at least 1; the product has twice as many columns.</param>
public sealed class ReGLUAttribute(int units) : GatedDenseAttribute<Formulas.ReLU>(units);
