namespace ActGen;

/// <summary>Applies a formula element by element: <c>[Activation&lt;Serf&gt;]</c>. Base of every named activation attribute;
/// the constructor parameters of a derived attribute are the formula's parameters of the same name.</summary>
/// <remarks>The compiler sees which arguments stand in the attribute, and not what a constructor does with them: a constructor
/// parameter that has no formula parameter's name is an error (ACT0006), and values that a derived attribute computes or writes
/// itself in its call of this constructor are not seen, so that the formula's defaults are used. A derived attribute with
/// another default declares it as the default of its own parameter.</remarks>
/// <typeparam name="TFormula">A struct marked <see cref="ActivationFunctionAttribute"/>.</typeparam>
/// <param name="parameters">The formula's parameters in order; those left out take their defaults.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public class ActivationAttribute<TFormula>(params double[] parameters) : LayerAttribute
    where TFormula : IActivation
{
    /// <summary>The formula's parameters in order.</summary>
    public double[] Parameters { get; } = parameters;

    /// <summary>Whether each channel, an element of the last axis, trains its own values of the learned parameters, as <c>torch.nn.PReLU(num_parameters)</c>
    /// does for features. Only for formulas that have learned parameters; false: the layer trains one value of each. On an image, whose channels are the first axis, it is an error (ACT0005).</summary>
    public bool PerChannel { get; set; }
}

/// <summary>On a <see cref="bool"/> property of an activation attribute: when it is set to true, the layer uses another formula.</summary>
/// <typeparam name="TFormula">The formula used then.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SelectsFormulaAttribute<TFormula> : Attribute
    where TFormula : IActivation;
