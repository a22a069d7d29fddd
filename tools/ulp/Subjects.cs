using System.Reflection;
using ActGen.CompilerServices;

namespace ActGen.Ulp;

/// <summary>What is measured: all vector functions, then all built-in activations with their derivatives.</summary>
internal static class Subjects
{
    /// <summary>What is promised of every derivative, in ULP of 1 where it is below 1.</summary>
    private const double LargestOfDerivatives = 3;

    private const double LargestOfFastDerivatives = 7;

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
        [.. FormulaTypes().SelectMany(formula => OfActivation(formula, formula.Name, Promise(formula.Name), LargestOfDerivatives))];

    /// <summary>The formulas that have a choice of precision, with <see cref="Precision.Fast"/>.</summary>
    public static IReadOnlyList<Subject> Fast { get; } =
        [.. FormulaTypes().Where(HasChoice).SelectMany(formula => OfActivation(typeof(Fast<>).MakeGenericType(formula), formula.Name + " fast", FastPromise(formula.Name), LargestOfFastDerivatives))];

    public static IEnumerable<Subject> All => Functions.Concat(Activations).Concat(Fast);

    /// <summary>The one with that name.</summary>
    public static Subject Of(string name) => All.Single(subject => subject.Name == name);

    private static IEnumerable<Type> FormulaTypes() =>
        typeof(ActGen.Formulas).GetNestedTypes().Where(type => typeof(IActivation).IsAssignableFrom(type)).OrderBy(type => type.Name, StringComparer.Ordinal);

    // Those whose function on spans lets one choose.
    private static bool HasChoice(Type formula) =>
        typeof(Activations).GetMethod(formula.Name, BindingFlags.Public | BindingFlags.Static)!.GetParameters().Any(parameter => parameter.ParameterType == typeof(Precision));

    private static double Promise(string formula) => formula switch
    {
        "Abs" or "HardShrink" or "HardTanh" or "Identity" or "ReLU" or "ReLU6" or "Threshold" or "ThresholdedReLU" => 0,
        "LeakyReLU" or "PReLU" or "SoftShrink" or "SparseSigmoid" or "SquaredReLU" => 0.5,
        "ArcTan" or "ELU" or "Exponential" or "HardSigmoid" or "Sin" or "Tanh" => 1,
        "Sigmoid" => 1.5,
        "Gaussian" or "HardSwish" or "LogSigmoid" or "Softplus" or "Softsign" => 2,
        "Mish" or "QuickGELU" => 3,
        "GELU" or "GELUTanh" or "Snake" or "Squareplus" => 4,
        "TanhShrink" => 7,
        // BentIdentity, CELU, ISRU, LeCunTanh, LiSHT, SELU, SiLU, SparsePlus, Swish, and what is new.
        _ => 2.5,
    };

    private static double FastPromise(string formula) => formula switch
    {
        "Exponential" => 1.5,
        "LogSigmoid" or "Softplus" => 2,
        "Sigmoid" => 2.5,
        "GELUTanh" or "QuickGELU" or "SiLU" or "Swish" => 4,
        "Mish" => 5,
        "Tanh" => 6,
        "TanhShrink" => 24,
        _ => 8,
    };

    private static IEnumerable<Subject> OfActivation(Type formula, string name, double promise, double promiseOfDerivative) => new[] { false, true }.Select(isDerivative =>
        (Subject)Activator.CreateInstance(typeof(ActivationSubject<>).MakeGenericType(formula), isDerivative, name, isDerivative ? promiseOfDerivative : promise)!);
}
