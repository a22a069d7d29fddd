namespace ActGen;

/// <summary>Makes a readonly partial struct with <c>static float Formula(float x, …)</c> an activation: the compiler derives
/// derivative, vector kernel, initialisation gain and facts from the formula.</summary>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class ActivationFunctionAttribute : Attribute;

/// <summary>On a parameter of a formula: each layer that uses the formula trains its own value, starting at the default.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LearnableAttribute : Attribute;

/// <summary>Written by the generator on a formula: what another assembly's compiler needs to use it.</summary>
/// <param name="version">Version of the encoding.</param>
/// <param name="expression">The formula as canonical prefix text.</param>
/// <param name="parameters">Names, defaults and learnability, encoded.</param>
/// <param name="keeps">What backward keeps, with its condition on the parameters, encoded.</param>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CompiledFormulaAttribute(int version, string expression, string parameters, string keeps) : Attribute
{
    /// <summary>Version of the encoding.</summary>
    public int Version { get; } = version;

    /// <summary>The formula as canonical prefix text.</summary>
    public string Expression { get; } = expression;

    /// <summary>Names, defaults and learnability, encoded.</summary>
    public string Parameters { get; } = parameters;

    /// <summary>What backward keeps, encoded.</summary>
    public string Keeps { get; } = keeps;
}
