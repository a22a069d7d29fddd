using System.Reflection;
using ActGen.CompilerServices;
using ActGen.Ulp;

namespace ActGen.Runtime.Tests.FormulaKernels;

/// <summary>The built-in formulas by name, so that tests take all of them and not those that somebody thought of.</summary>
internal static class BuiltIn
{
    private const string Fast = " fast";

    private static IEnumerable<string> Formulas => typeof(ActGen.Formulas).GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal);

    /// <summary>All widths but one lane.</summary>
    public static readonly Type[] Vectors = [typeof(Simd128<float>), typeof(Simd256<float>), typeof(Simd512<float>)];

    public static TheoryData<string> Names => [.. Formulas];

    /// <summary>Those that have a choice of precision also at the fast one.</summary>
    public static TheoryData<string> NamesWithPrecision => [.. Formulas, .. Subjects.Fast.Select(subject => subject.Name).Where(name => name.EndsWith(Fast, StringComparison.Ordinal))];

    /// <summary>The formula's own name.</summary>
    public static string Plain(string formula) => formula.Replace(Fast, "", StringComparison.Ordinal);

    /// <summary>What its parameters are where nobody says otherwise.</summary>
    public static double[] Defaults(string formula) => (double[])Call(typeof(BuiltIn), nameof(DefaultsOf), formula);

    /// <summary>All forms of its kernel.</summary>
    public static KernelValues Values(string formula, Type width, float[] points, double[] parameters) => (KernelValues)typeof(KernelValues)
        .GetMethod(nameof(KernelValues.Of))!.MakeGenericMethod(TypeOf(formula), width).Invoke(null, [points, parameters])!;

    /// <summary>What a static method with the formula as its type argument returns.</summary>
    public static object Call(Type type, string method, string formula) =>
        type.GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(TypeOf(formula)).Invoke(null, null)!;

    /// <summary>The formula, or with <c> fast</c> behind its name the formula at that precision.</summary>
    public static Type TypeOf(string formula) => formula.EndsWith(Fast, StringComparison.Ordinal)
        ? typeof(Fast<>).MakeGenericType(TypeOf(Plain(formula)))
        : typeof(ActGen.Formulas).GetNestedType(formula)!;

    private static double[] DefaultsOf<TFormula>()
        where TFormula : IActivation => TFormula.ParameterDefaults.ToArray();
}
