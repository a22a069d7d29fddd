using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>An activation as the compiler knows it, from source or from another assembly.</summary>
/// <param name="TypeName">The struct: <c>global::MyApp.Serf</c>.</param>
/// <param name="DisplayName">As people call it: <c>Serf</c>, <c>ReLU</c>.</param>
/// <param name="Parameters">Parameters after x, in order.</param>
/// <param name="Expression">f(x), as written.</param>
/// <param name="Keeps">What the compiled kernel keeps for backward: a contract that consumers obey and never derive anew.</param>
internal sealed record Formula(
    string TypeName,
    string DisplayName,
    EquatableArray<FormulaParameter> Parameters,
    Expression Expression,
    KeepRule Keeps)
{
    /// <summary>The default parameters.</summary>
    public double[] Defaults => [.. Parameters.Select(parameter => parameter.Default)];
}

/// <summary>A parameter of a formula.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Default">Its C# default; NaN where it has none.</param>
/// <param name="IsLearnable">Whether each layer trains its own value.</param>
internal sealed record FormulaParameter(string Name, double Default, bool IsLearnable);
