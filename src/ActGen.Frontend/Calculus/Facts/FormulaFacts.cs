using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>What a formula is like with its actual parameter values, by numerical analysis of f and f′ in double: what rules, documentation
/// and initialisation ask of it. Positions and values have six significant digits.</summary>
/// <param name="Range">All values of f.</param>
/// <param name="Below">f towards −∞.</param>
/// <param name="Above">f towards +∞.</param>
/// <param name="SlopeRange">All values of f′; its larger magnitude is the Lipschitz bound.</param>
/// <param name="Monotonicity">Whether f rises or falls.</param>
/// <param name="Symmetry">Whether f is odd or even.</param>
/// <param name="Kinks">Where f′ jumps and f does not, ascending; at most 16, those nearest to 0.</param>
/// <param name="Jumps">Where f jumps, ascending.</param>
/// <param name="DeadRegions">Where f′ is exactly 0 on an interval, ascending.</param>
/// <param name="Zeros">Single points at which f is 0, ascending; at most 16, those nearest to 0.</param>
/// <param name="Extrema">Local minima and maxima of f, ascending; at most 16, those nearest to 0.</param>
/// <param name="SlopeExtrema">Local minima and maxima of f′ where f is smooth; likewise.</param>
/// <param name="SaturatesBelow">Where a finite limit is reached: below this x |f′| stays under 1 % of its largest value on |x| ≤ 3; null where it does not, or is not known to.</param>
/// <param name="SaturatesAbove">Likewise above this x.</param>
/// <param name="OverflowsBelow">Below this x, in float, f is infinite or not a number; null where that is not so for any finite x.</param>
/// <param name="OverflowsAbove">Likewise above this x.</param>
/// <param name="IsIdentity">f is x.</param>
/// <param name="ResolvedWithin">Null where samples tell the course of f and f′ everywhere. Otherwise they do for |x| below this only, as of a
/// wave: kinks, zeros and extrema beyond are not listed, and ranges are those that interval arithmetic proves, else NaN.</param>
/// <param name="Moments">Over a standard normal input.</param>
internal sealed record FormulaFacts(
    ValueRange Range,
    Asymptote Below,
    Asymptote Above,
    ValueRange SlopeRange,
    Monotonicity Monotonicity,
    Symmetry Symmetry,
    EquatableArray<Kink> Kinks,
    EquatableArray<Jump> Jumps,
    EquatableArray<Interval> DeadRegions,
    EquatableArray<double> Zeros,
    EquatableArray<Extremum> Extrema,
    EquatableArray<Extremum> SlopeExtrema,
    double? SaturatesBelow,
    double? SaturatesAbove,
    double? OverflowsBelow,
    double? OverflowsAbove,
    bool IsIdentity,
    double? ResolvedWithin,
    FormulaMoments Moments)
{
    private static readonly MemoTable<(Formula, EquatableArray<double>), FormulaFacts> Known = new();

    /// <summary>sup|f′|: no distance between inputs grows by more than this factor.</summary>
    public double Lipschitz => Math.Max(Math.Abs(SlopeRange.Infimum), Math.Abs(SlopeRange.Supremum));

    /// <summary>a·x + b.</summary>
    public bool IsAffine => SlopeRange.Infimum == SlopeRange.Supremum && Kinks.Count == 0 && Jumps.Count == 0;

    /// <summary>E f is 0 for a standard normal input: the next layer sees no offset.</summary>
    public bool IsZeroCentred => Math.Abs(Moments.Mean) <= 1e-9;

    public bool Saturates => SaturatesBelow is not null || SaturatesAbove is not null;

    /// <summary>Never falling, from 0 at −∞ to 1 at +∞: a probability, as sigmoid makes it.</summary>
    public bool IsSquashing => Monotonicity is Monotonicity.Increasing or Monotonicity.NonDecreasing
        && Below.Kind == AsymptoteKind.Value && Math.Abs(Below.Value) < 1e-6 && Above.Kind == AsymptoteKind.Value && Math.Abs(Above.Value - 1) < 1e-6;

    /// <summary>Never falling, and flat towards both ends: sigmoid, tanh, their relatives; not ReLU6, whose one end is at 0.</summary>
    public bool SquashesBothSides => Monotonicity is Monotonicity.Increasing or Monotonicity.NonDecreasing && SaturatesBelow < 0 && SaturatesAbove > 0;

    /// <summary>1/√E f²: what weights behind this activation are scaled with; NaN where there is no such number.</summary>
    public double Gain => InverseRoot(Moments.MeanSquare);

    /// <summary>1/√E f′².</summary>
    public double BackwardGain => InverseRoot(Moments.DerivativeMeanSquare);

    /// <param name="formula">The formula.</param>
    /// <param name="parameters">Actual values, one per parameter; as float, which is what the kernel sees.</param>
    public static FormulaFacts Of(Formula formula, IReadOnlyList<double> parameters) => Known.GetOrAdd(
        (formula, parameters.Select(value => (double)(float)value).ToEquatableArray()),
        static key => new FactFinder(FormulaAnalysis.Of(key.Item1), [.. key.Item2]).Find());

    /// <summary>With the default parameters.</summary>
    public static FormulaFacts Of(Formula formula) => Of(formula, formula.Defaults);

    private static double InverseRoot(double meanSquare) =>
        meanSquare > 0 && !double.IsInfinity(meanSquare) ? Quadrature.RoundToSixDigits(1 / Math.Sqrt(meanSquare)) : double.NaN;
}
