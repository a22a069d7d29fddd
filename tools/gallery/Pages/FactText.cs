using ActGen.Frontend.Calculus;

namespace ActGen.Gallery.Pages;

/// <summary>Facts in words.</summary>
internal static class FactText
{
    public static string Range(ValueRange range) => range.Infimum == range.Supremum
        ? NumberText.Of(range.Infimum)
        : $"{(range.IsInfimumAttained ? '[' : '(')}{NumberText.Of(range.Infimum)}, {NumberText.Of(range.Supremum)}{(range.IsSupremumAttained ? ']' : ')')}";

    public static string End(Asymptote end) => end.Kind switch
    {
        AsymptoteKind.None => "no limit",
        AsymptoteKind.Value => NumberText.Of(end.Value),
        AsymptoteKind.Linear => $"{NumberText.Of(end.Value)}, along {Line(end)}",
        _ => NumberText.Of(end.Value),
    };

    public static string Shape(FormulaFacts facts)
    {
        string rises = facts.Monotonicity switch
        {
            Monotonicity.Constant => "constant",
            Monotonicity.Increasing => "rises everywhere",
            Monotonicity.NonDecreasing => "never falls",
            Monotonicity.Decreasing => "falls everywhere",
            Monotonicity.NonIncreasing => "never rises",
            Monotonicity.Unknown => "oscillates",
            _ => "rises and falls",
        };
        return facts.Symmetry switch
        {
            Symmetry.Odd => rises + ", odd",
            Symmetry.Even => rises + ", even",
            _ => rises,
        };
    }

    /// <summary>E f(z); SELU's is 0 but for the rounding of its constants.</summary>
    public static string Centre(FormulaFacts facts) => Math.Abs(facts.Moments.Mean) < 1e-6 ? "0" : NumberText.Of(facts.Moments.Mean);

    public static string Saturation(FormulaFacts facts) => (facts.SaturatesBelow, facts.SaturatesAbove) switch
    {
        (null, null) => "nowhere",
        ({ } below, null) => $"below {NumberText.Of(below)}",
        (null, { } above) => $"above {NumberText.Of(above)}",
        ({ } below, { } above) => $"below {NumberText.Of(below)} and above {NumberText.Of(above)}",
    };

    public static string DeadRegions(FormulaFacts facts) => facts.DeadRegions.Count == 0
        ? "none"
        : $"{string.Join(", ", facts.DeadRegions.Select(region => $"({NumberText.Of(region.Start)}, {NumberText.Of(region.End)})"))}: {Percent(facts.Moments.DeadShare)} of standard normal inputs";

    public static string Kink(Kink kink) => $"at {NumberText.Of(kink.X)} from {NumberText.Of(kink.SlopeBelow)} to {NumberText.Of(kink.SlopeAbove)}; f′ there is {NumberText.Of(kink.Slope)}";

    public static string Jump(Jump jump) => $"at {NumberText.Of(jump.X)} from {NumberText.Of(jump.ValueBelow)} to {NumberText.Of(jump.ValueAbove)}; f there is {NumberText.Of(jump.Value)}";

    public static string Extremum(Extremum extremum) => $"{(extremum.IsMaximum ? "maximum" : "minimum")} {NumberText.Of(extremum.Value)} at {NumberText.Of(extremum.X)}";

    public static string Overflow(FormulaFacts facts) => (facts.OverflowsBelow, facts.OverflowsAbove) switch
    {
        (null, null) => "nowhere",
        ({ } below, null) => $"below {NumberText.Of(below)}",
        (null, { } above) => $"above {NumberText.Of(above)}",
        ({ } below, { } above) => $"below {NumberText.Of(below)} and above {NumberText.Of(above)}",
    };

    /// <summary>What backward reads, and when.</summary>
    public static string Keeps(Formula formula)
    {
        string kept = formula.Keeps.Operand switch
        {
            Operand.None => "nothing",
            Operand.Output => "the output y, in place of x",
            Operand.Derivative => "f′(x), computed with y, in place of x",
            _ => "the input x, which the learned parameter's derivative needs",
        };
        return formula.Keeps.Conditions.Count == 0
            ? kept
            : $"{kept}, if {string.Join(" and ", formula.Keeps.Conditions.Select(condition => $"{formula.Parameters[condition.Parameter].Name} {(condition.AllowsZero ? "≥" : ">")} 0"))}; otherwise f′(x)";
    }

    public static string Percent(double share) => $"{NumberText.Of(Math.Round(100 * share, 1))} %";

    private static string Line(Asymptote end)
    {
        string slope = end.Slope == 1 ? "x" : end.Slope == -1 ? "−x" : $"{NumberText.Of(end.Slope)}·x";
        return end.Intercept == 0 ? slope : $"{slope} {(end.Intercept < 0 ? '−' : '+')} {NumberText.Of(Math.Abs(end.Intercept))}";
    }
}
