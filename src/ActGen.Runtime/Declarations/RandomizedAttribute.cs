namespace ActGen;

/// <summary>Applies a formula of one parameter that training draws anew for each element, uniformly between two bounds; at inference it is their mean.</summary>
/// <remarks>The numbers come from the network's counter-based generator, as dropout's do: they depend on seed, step and element, and neither on threads nor on vector width.</remarks>
/// <typeparam name="TFormula">A struct marked <see cref="ActivationFunctionAttribute"/> whose formula has one parameter besides x.</typeparam>
/// <param name="lower">Lower bound of the parameter.</param>
/// <param name="upper">Upper bound, at least <paramref name="lower"/>.</param>
public class RandomizedAttribute<TFormula>(double lower, double upper) : LayerAttribute
    where TFormula : IActivation
{
    /// <summary>Lower bound of the parameter.</summary>
    public double Lower { get; } = lower;

    /// <summary>Upper bound of the parameter.</summary>
    public double Upper { get; } = upper;

    /// <summary>Whether the functions of the formula trade their last digits for speed; docs/numerics.md has the bounds of both. Formulas
    /// without exponentials have one precision.</summary>
    public Precision Precision { get; set; }
}

/// <summary>Randomized leaky ReLU: the slope for negative inputs is random in training and its mean, 11/48 by default, at inference (Xu et al. 2015). PyTorch's <c>RReLU</c>.</summary>
/// <remarks>
/// <para>As LeakyReLU; the random slope regularises a little.</para>
/// <para>Backward: the slope that forward drew.</para>
/// <list type="bullet">
/// <item><term>PyTorch</term><description><c>RReLU(lower=1/8, upper=1/3)</c></description></item>
/// <item><term>Keras</term><description>no counterpart</description></item>
/// <item><term>ONNX</term><description><c>LeakyRelu</c> at inference</description></item>
/// <item><term>Trap</term><description>Training and inference differ, as with dropout.</description></item>
/// </list>
/// </remarks>
/// <param name="lower">Lower bound of the slope.</param>
/// <param name="upper">Upper bound, at least <paramref name="lower"/>.</param>
public sealed class RReLUAttribute(double lower = 1.0 / 8, double upper = 1.0 / 3) : RandomizedAttribute<Formulas.LeakyReLU>(lower, upper);
