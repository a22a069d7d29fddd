using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.HiddenLayers;

/// <summary>ACT1007: two activations in a row, of which one does nothing or takes from the other what it is good for.</summary>
internal sealed class TwoActivations : NetworkRule
{
    /// <summary>The share of the second one's values that must have become unreachable.</summary>
    private const double LeastLoss = 0.25;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1007",
        "Two activations in a row",
        "[{0}] directly before [{1}]: {2}. Remove [{3}].",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1007.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options) =>
        from second in network.Layers
        where second.Facts.Map == LayerMap.Nonlinear
        let first = network.SourceOf(second.Before)
        where first?.Facts is { Map: LayerMap.Nonlinear, HasOneReader: true, Range: not null }
        let finding = Judge(first, second, network.DropoutScale(first.Index, second.Index))
        where finding is not null
        select finding;

    private static Finding? Judge(LayerMeaning first, LayerMeaning second, double scale)
    {
        if (first.Facts.Makes == ValueKind.LogProbabilities && second.Facts.KeepsLogProbabilities && scale == 1 && first.Width == second.InputWidth)
            return Again(first, second) with { Severity = DiagnosticSeverity.Info };
        ValueRange range = first.Facts.Range!;
        // Dropout between sets values to 0 and enlarges the others.
        double least = scale > 1 ? Math.Min(0, range.Infimum * scale) : range.Infimum, most = scale > 1 ? Math.Max(0, range.Supremum * scale) : range.Supremum;
        // What has weights is no second activation: only what does nothing behind it is one too many.
        bool isActivation = !first.Facts.HasWeights;
        if (second.Facts.Function is { } function)
        {
            if (IsIdentity(function, least, most))
            {
                return function == first.Facts.Function
                    ? Remove(second, first, second, "the second changes nothing") with { Severity = DiagnosticSeverity.Info }
                    : Remove(second, first, second, $"all of its inputs lie {Wording.Between(least, most)}, where it returns them unchanged");
            }
            return isActivation && second.Facts.Makes == ValueKind.UnitInterval ? Squashed(first, second, function, least, most) : null;
        }
        return isActivation && second.Facts.Makes is ValueKind.Probabilities or ValueKind.LogProbabilities && !second.Facts.IsSparse ? Chosen(first, second, least, most) : null;
    }

    private static Finding Again(LayerMeaning first, LayerMeaning second) => second.Facts.Makes == ValueKind.LogProbabilities
        ? Remove(second, first, second, "the second changes nothing")
        : Remove(first, first, second, $"[{second.Name}] gives the same without it, and {(first.Width > 0 ? Wording.Count(2L * first.Width) + " " : "")}exponentials fewer for each training row");

    /// <summary>f₂(x) = x for all that f₁ gives.</summary>
    private static bool IsIdentity(ElementFunction function, double least, double most)
    {
        double from = Math.Max(least, -1e4), to = Math.Min(most, 1e4);
        double[] points = [.. Enumerable.Range(0, 257).Select(i => from + ((to - from) * i / 256)), .. Enumerable.Range(-20, 34).SelectMany(k => new[] { Math.Pow(2, k), -Math.Pow(2, k) }).Where(x => x >= from && x <= to)];
        return from < to && function.At(points).Zip(points, static (y, x) => Math.Abs(y - x) <= 1e-12 * Math.Max(1, Math.Abs(x))).All(static same => same);
    }

    /// <summary>Sigmoid of what is bounded: a part of its values is out of reach.</summary>
    private static Finding? Squashed(LayerMeaning first, LayerMeaning second, ElementFunction function, double least, double most)
    {
        FormulaFacts facts = second.Facts.Formula!;
        double low = double.IsInfinity(least) ? facts.Range.Infimum : function.At(least)[0], high = double.IsInfinity(most) ? facts.Range.Supremum : function.At(most)[0];
        double lost = 1 - ((high - low) / (facts.Range.Supremum - facts.Range.Infimum));
        if (lost < LeastLoss)
            return null;
        string consequence = double.IsInfinity(most)
            ? $"what [{second.Name}] gives is never below {Wording.Digits(low)}"
            : $"what [{second.Name}] gives stays between {Wording.Digits(low)} and {Wording.Digits(high)}";
        return Remove(first, first, second, consequence);
    }

    /// <summary>Softmax of what is bounded: no output comes near 1, or the zeros of a rectifier take part.</summary>
    private static Finding? Chosen(LayerMeaning first, LayerMeaning second, double least, double most)
    {
        if (!double.IsInfinity(least) && !double.IsInfinity(most) && second.Width > 1)
        {
            double largest = 1 / (1 + ((second.Width - 1) * Math.Exp(least - most)));
            return largest < 0.99
                ? Remove(first, first, second, $"over {Wording.Count(second.Width)} outputs none gets more than probability {Wording.Digits(largest)}")
                : null;
        }
        return first.Facts.Formula is { Moments.DeadShare: > 0 and { } share, Range.Infimum: not double.NegativeInfinity }
            ? Remove(first, first, second, $"all inputs that [{first.Name}] cuts off count the same and get no gradient, {Wording.Percent(share)} of them in a new network")
            : null;
    }

    private static Finding Remove(LayerMeaning removed, LayerMeaning first, LayerMeaning second, string consequence) =>
        new(removed.Layer, first.Name, second.Name, consequence, removed.Name)
        {
            With = [removed == first ? second.Layer : first.Layer],
            Fixes = [new($"Remove [{removed.Name}]", StackEdit.Remove())],
        };
}
