namespace ActGen;

/// <summary>A gate over the halves of the last axis: y = a ⊙ f(b), which halves it. Any formula can be the gate: <c>[Gated&lt;Serf&gt;]</c>.</summary>
/// <remarks>[a, b] is the order of <c>torch.nn.GLU</c> and of <c>x.chunk(2, -1)</c>: values first, the gate's inputs second.</remarks>
/// <typeparam name="TFormula">f, a struct marked <see cref="ActivationFunctionAttribute"/>.</typeparam>
/// <param name="parameters">The formula's parameters in order; those left out take their defaults.</param>
public class GatedAttribute<TFormula>(params double[] parameters) : LayerAttribute
    where TFormula : IActivation
{
    /// <summary>The formula's parameters in order.</summary>
    public double[] Parameters { get; } = parameters;
}

/// <summary>Gated linear unit: y = a ⊙ σ(b) over the halves of the last axis (Dauphin et al. 2017). PyTorch's <c>GLU</c>.</summary>
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
}

/// <summary>y = (x·W + b) ⊙ SiLU(x·V + c), the hidden layer of LLaMA's feed-forward blocks (Shazeer 2020); <c>Bias = false</c> there.</summary>
/// <param name="units">Number of outputs, at least 1; the product has twice as many columns.</param>
public sealed class SwiGLUAttribute(int units) : GatedDenseAttribute<Formulas.SiLU>(units);

/// <summary>y = (x·W + b) ⊙ GELU(x·V + c) (Shazeer 2020).</summary>
/// <param name="units">Number of outputs, at least 1; the product has twice as many columns.</param>
public sealed class GEGLUAttribute(int units) : GatedDenseAttribute<Formulas.GELU>(units)
{
    /// <summary>Takes GELU by its tanh form.</summary>
    [SelectsFormula<Formulas.GELUTanh>]
    public bool Approximate { get; set; }
}

/// <summary>y = (x·W + b) ⊙ max(x·V + c, 0) (Shazeer 2020).</summary>
/// <param name="units">Number of outputs, at least 1; the product has twice as many columns.</param>
public sealed class ReGLUAttribute(int units) : GatedDenseAttribute<Formulas.ReLU>(units);
