using ActGen.CompilerServices;

namespace ActGen.Ulp;

/// <summary>What is measured: all vector functions, then all built-in activations with their derivatives.</summary>
internal static class Subjects
{
    /// <summary>What is promised of every derivative, in ULP of 1 where it is below 1.</summary>
    private const double LargestOfDerivatives = 3;

    /// <summary>The vector functions and what docs/numerics.md promises of them (of erf's order: that its reversals are counted).</summary>
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
        new FunctionSubject<VectorFunctions.Erf>(1) { CountsReversals = true, IsOdd = true },
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
        double promise = formula.Name switch
        {
            "Abs" or "HardShrink" or "HardTanh" or "Identity" or "ReLU" or "ReLU6" or "Threshold" or "ThresholdedReLU" => 0,
            "LeakyReLU" or "PReLU" or "SoftShrink" or "SparseSigmoid" or "SquaredReLU" => 0.5,
            "ArcTan" or "ELU" or "Exponential" or "HardSigmoid" or "Sin" or "Tanh" => 1,
            "Sigmoid" => 1.5,
            "Gaussian" or "HardSwish" or "LogSigmoid" or "Softplus" or "Softsign" => 2,
            "Mish" => 3,
            "GELU" or "GELUTanh" or "Snake" or "Squareplus" => 4,
            "TanhShrink" => 6,
            // BentIdentity, CELU, ISRU, LeCunTanh, LiSHT, QuickGELU, SELU, SiLU, SparsePlus, Swish, and what is new.
            _ => 2.5,
        };
        return new[] { false, true }.Select(isDerivative =>
            (Subject)Activator.CreateInstance(typeof(ActivationSubject<>).MakeGenericType(formula), isDerivative, isDerivative ? LargestOfDerivatives : promise)!);
    }
}
