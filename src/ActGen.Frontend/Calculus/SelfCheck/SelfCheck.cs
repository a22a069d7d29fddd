using System.Globalization;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>Tries a formula as the kernel will compute it, with its default parameters or those of a layer: whether value and derivative are numbers,
/// whether the derivative is one, and whether digits are lost. The first finding is a sentence that names the point and the remedy.</summary>
internal static class SelfCheck
{
    /// <summary>Pre-activations of a network that still trains stay below this; a formula may overflow beyond.</summary>
    private const double Reach = 1000;

    private static readonly MemoTable<(Formula, EquatableArray<double>), string?> Known = new();

    /// <summary>Where formulas are tried, from 0 outwards: finely where they curve, every binade down to the denormals.</summary>
    public static double[] Points { get; } = [.. SamplePoints.All.Where(x => Math.Abs(x) <= Reach).OrderBy(Math.Abs)];

    /// <summary>What is wrong with the default parameters, as a sentence, or null.</summary>
    public static string? FaultOf(Formula formula) => FaultOf(formula, formula.Defaults);

    /// <summary>What is wrong with these parameters, as a sentence, or null.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="parameters">Actual values, one per parameter; tried as float, which is what the kernel sees.</param>
    public static string? FaultOf(Formula formula, IReadOnlyList<double> parameters) => Known.GetOrAdd(
        (formula, parameters.Select(value => (double)(float)value).ToEquatableArray()),
        static key => Find(key.Item1, FormulaAnalysis.Of(key.Item1), [.. key.Item2]));

    private static string? Find(Formula formula, FormulaAnalysis analysis, double[] parameters) =>
        NonFiniteCheck.Find(formula, analysis, parameters)
        ?? PoleCheck.Find(formula, analysis, parameters)
        ?? DifferenceCheck.Find(formula, analysis, parameters)
        ?? DigitCheck.Find(formula, analysis, parameters)
        ?? DomainCheck.Find(formula, analysis, parameters);

    public static string Number(double x) => x.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>Two numbers that differ, with as many digits as it takes to see it.</summary>
    public static (string, string) Apart(double a, double b)
    {
        int digits = 4;
        while (digits < 17 && Text(a) == Text(b))
            digits++;
        return (Text(a), Text(b));

        string Text(double value) => value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
