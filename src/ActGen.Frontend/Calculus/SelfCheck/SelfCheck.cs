using System.Globalization;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>Tries a formula as the kernel will compute it, with its default parameters: whether value and derivative are numbers, whether the
/// derivative is one, and whether digits are lost. The first finding is a sentence that names the point and the remedy.</summary>
internal static class SelfCheck
{
    /// <summary>Pre-activations of a network that still trains stay below this; a formula may overflow beyond.</summary>
    private const double Reach = 1000;

    private static readonly MemoTable<Formula, string?> Known = new();

    /// <summary>Where formulas are tried, from 0 outwards: finely where they curve, every binade down to the denormals.</summary>
    public static double[] Points { get; } = [.. SamplePoints.All.Where(x => Math.Abs(x) <= Reach).OrderBy(Math.Abs)];

    /// <summary>What is wrong, as a sentence, or null.</summary>
    public static string? FaultOf(Formula formula) => Known.GetOrAdd(formula, static one => Find(one, FormulaAnalysis.Of(one), [.. one.Defaults.Select(value => (double)(float)value)]));

    private static string? Find(Formula formula, FormulaAnalysis analysis, double[] parameters) =>
        NonFiniteCheck.Find(formula, analysis, parameters)
        ?? PoleCheck.Find(formula, analysis, parameters)
        ?? DifferenceCheck.Find(formula, analysis, parameters)
        ?? DigitCheck.Find(formula, analysis, parameters);

    public static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    public static string Number(double x) => x.ToString("G4", CultureInfo.InvariantCulture);
}
