namespace ActGen;

/// <summary>Applies a formula element by element: <c>[Activation&lt;Serf&gt;]</c>. Base of every named activation attribute.</summary>
/// <remarks>A derived attribute passes the formula's parameters to this constructor in order: numbers, constants and its own constructor's parameters, as in
/// <c>sealed class SteepAttribute(double slope = 0.2) : ActivationAttribute&lt;Formulas.LeakyReLU&gt;(slope)</c>. What it computes there the compiler cannot know:
/// that is an error where the attribute is used (ACT0006). Calls inside another assembly cannot be seen: the constructor parameters of an attribute from there
/// are the formula's parameters of the same name, and one that has no such name is an error; what it passes on itself is not seen.</remarks>
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

    /// <summary>Whether the functions of the formula trade their last digits for speed; docs/numerics.md has the bounds of both. Formulas
    /// without exponentials have one precision.</summary>
    public Precision Precision { get; set; }
}

/// <summary>On a <see cref="bool"/> property of an activation attribute: when it is set to true, the layer uses another formula.</summary>
/// <typeparam name="TFormula">The formula used then.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SelectsFormulaAttribute<TFormula> : Attribute
    where TFormula : IActivation;
