using ActGen.CompilerServices;

namespace ActGen.Ulp;

/// <summary>What is measured: all vector functions, then all built-in activations with their derivatives.</summary>
internal static class Subjects
{
    /// <summary>The vector functions and what docs/numerics.md promises of them (of erf's order only that its reversals are counted).</summary>
    public static IReadOnlyList<Subject> Functions { get; } =
    [
        new FunctionSubject<VectorFunctions.Exp>(1) { IsMonotone = true },
        new FunctionSubject<VectorFunctions.Expm1>(1) { IsMonotone = true },
        new FunctionSubject<VectorFunctions.Log>(1) { IsMonotone = true },
        new FunctionSubject<VectorFunctions.Log1p>(1) { IsMonotone = true },
        new FunctionSubject<VectorFunctions.Tanh>(1) { IsMonotone = true, IsOdd = true },
        new FunctionSubject<VectorFunctions.Sigmoid>(1.5) { IsMonotone = true },
        new FunctionSubject<VectorFunctions.Softplus>(2) { IsMonotone = true },
        new FunctionSubject<VectorFunctions.LogSigmoid>(2) { IsMonotone = true },
        new FunctionSubject<VectorFunctions.Erf>(1) { IsMonotone = true, IsOdd = true },
        new FunctionSubject<VectorFunctions.Erfc>(4),
        new FunctionSubject<VectorFunctions.NormalCdf>(4),
        new FunctionSubject<VectorFunctions.NormalPdf>(1.5),
        new FunctionSubject<VectorFunctions.Sin>(1) { IsOdd = true },
        new FunctionSubject<VectorFunctions.Cos>(1),
        new FunctionSubject<VectorFunctions.Atan>(1) { IsMonotone = true, IsOdd = true },
    ];

    /// <summary>The formulas of the library and their derivatives, by name.</summary>
    public static IReadOnlyList<Subject> Activations { get; } =
        [.. typeof(Formulas).GetNestedTypes().Where(type => typeof(IActivation).IsAssignableFrom(type)).OrderBy(type => type.Name, StringComparer.Ordinal).SelectMany(OfFormula)];

    /// <summary>The one with that name.</summary>
    public static Subject Of(string name) => Functions.Concat(Activations).Single(subject => subject.Name == name);

    private static IEnumerable<Subject> OfFormula(Type formula)
    {
        double? promise = formula.Name switch
        {
            "ELU" => 1,
            "Sigmoid" => 1.5,
            "Tanh" or "Exponential" => 1,
            "Softplus" or "LogSigmoid" => 2,
            "SiLU" or "SELU" or "CELU" => 2.5,
            "Mish" => 3,
            "GELU" or "GELUTanh" => 4,
            _ => null,
        };
        return new[] { false, true }.Select(isDerivative =>
            (Subject)Activator.CreateInstance(typeof(ActivationSubject<>).MakeGenericType(formula), isDerivative, isDerivative ? null : promise)!);
    }
}
