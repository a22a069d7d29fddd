using System.Globalization;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;

namespace ActGen.Analyzers.Declarations;

/// <summary>ACT0011: the kernel of a formula leaves the numbers where pre-activations can be, or the formula as written does where
/// the kernel is saved by a stable function that the compiler found.</summary>
internal static class UnstableFormula
{
    /// <summary>Pre-activations of a network that still trains stay below this; a formula may overflow beyond.</summary>
    private const double Reach = 1000;

    private static readonly double[] Points = [.. SamplePoints.All.Where(x => Math.Abs(x) <= Reach).OrderBy(Math.Abs)];

    private const string Advice = "write it with functions that stay finite, such as Sigmoid, Softplus, LogSigmoid, Tanh, Expm1, Log1p, Min and Max";

    /// <summary>What simplification can find in a formula that was written with Exp, Log and quotients.</summary>
    private static readonly Operator[] StableFunctions = [Operator.Softplus, Operator.LogSigmoid, Operator.Sigmoid, Operator.Expm1, Operator.Log1p];

    private static readonly MemoTable<Formula, string?> Known = new();

    /// <summary>What is wrong, as a sentence, or null.</summary>
    public static string? FaultOf(Formula formula) => Known.GetOrAdd(formula, static one => Find(one));

    private static string? Find(Formula formula)
    {
        FormulaAnalysis analysis = FormulaAnalysis.Of(formula);
        return Find(formula, analysis.Kernel.Forward, "value", Advice)
            ?? Find(formula, analysis.Kernel.Derivative, "derivative", Advice)
            ?? (Remedy(formula.Expression, analysis.Function) is { } stable ? Find(formula, formula.Expression, "value", $"use {stable}") : null);
    }

    private static Operator? Remedy(Expression written, Expression simplified) => StableFunctions
        .Where(function => Uses(simplified, function) && !Uses(written, function)).Select(function => (Operator?)function).FirstOrDefault();

    private static bool Uses(Expression expression, Operator function) =>
        expression.Operator == function || expression.Arguments.Any(argument => Uses(argument, function));

    private static string? Find(Formula formula, Expression kernel, string what, string advice)
    {
        double[] values = At(Points);
        int first = Array.FindIndex(values, IsFault);
        if (first < 0)
            return null;
        string fault = double.IsNaN(values[first]) ? "is not a number" : "overflows";
        return $"The {what} of '{formula.DisplayName}' {fault} {Place(Points[first])}: {advice}";

        double[] At(params double[] points) => Evaluator.At(kernel, points, formula.Defaults, Precision.Single);

        string Place(double fault)
        {
            // Between the last good point on the way out and this one lies the edge.
            double good = Points.Where(x => Math.Sign(x) == Math.Sign(fault) && Math.Abs(x) < Math.Abs(fault)).DefaultIfEmpty(0).Last();
            bool isRegion = fault != 0 && IsFault(At(fault * 1.001)[0]);
            for (int i = 0; i < 60 && isRegion; i++)
            {
                double middle = (good + fault) / 2;
                if (IsFault(At(middle)[0]))
                    fault = middle;
                else
                    good = middle;
            }
            return $"{(!isRegion ? "at" : fault > 0 ? "above" : "below")} x = {fault.ToString("G4", CultureInfo.InvariantCulture)}";
        }
    }

    private static bool IsFault(double value) => double.IsNaN(value) || double.IsInfinity(value);
}
