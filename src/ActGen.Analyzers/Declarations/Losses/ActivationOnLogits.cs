using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT1009: an activation between the last layer and a loss that works on logits, any real numbers.</summary>
internal sealed class ActivationOnLogits : NetworkRule
{
    /// <summary>Below this floor a bound is a cap that some set on purpose: 30·tanh(x/30).</summary>
    private const double LeastFloor = 0.01;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1009",
        "Activation on logits",
        "[{0}] before {1}, which works on logits: {2}. Remove [{0}].",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1009.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        // What stands in (0, 1) are probabilities, of which other rules speak.
        if (network.Loss is not { } loss || network.AtLoss.Kind == ValueKind.UnitInterval || LossFloor.Of(loss.Declaration) is not { } floor
            || network.SourceOf(network.AtLoss) is not { Facts: { Map: LayerMap.Nonlinear, Formula: { } formula }, Before.Kind: ValueKind.Logits } last)
        {
            yield break;
        }
        double scale = network.DropoutScale(last.Index, loss.Index);
        (DiagnosticSeverity Severity, string Text)? consequence = floor.Expects switch
        {
            LossInput.ClassLogits => OfClasses(formula, last.Width, floor, scale),
            LossInput.BinaryLogits => OfEach(formula, floor, scale),
            _ => null,
        };
        if (consequence is not { } told)
            yield break;
        yield return new Finding(last.Layer, last.Name, loss.Declaration.Name, told.Text)
        {
            Severity = told.Severity,
            With = [loss],
            Fixes = [new($"Remove [{last.Name}]: the loss works on logits", StackEdit.Remove())],
        };
    }

    private static (DiagnosticSeverity, string)? OfClasses(FormulaFacts formula, int classes, LossFloor floor, double scale)
    {
        (double low, double high) = (formula.Range.Infimum * scale, formula.Range.Supremum * scale);
        if (!double.IsInfinity(high - low))
        {
            if (classes < 2)
                return null;
            double most = 1 / (1 + ((classes - 1) * Math.Exp(low - high)));
            if (-Math.Log(most) < LeastFloor)
                return null;
            return (DiagnosticSeverity.Warning, $"logits stay between {Wording.Factor(low)} and {Wording.Factor(high)}, and with {Wording.Count(classes)} classes " + (floor.IsWeighted
                ? $"the right class never gets more than probability {Wording.Digits(most)}"
                : $"the loss cannot fall below {Wording.Digits(floor.OfClasses(most, classes))}"));
        }
        if (formula.Moments.DeadShare > 0)
            return (DiagnosticSeverity.Warning, $"classes that it cuts off get no gradient and cannot be told apart, {Wording.Percent(formula.Moments.DeadShare)} of them in a new network");
        return double.IsInfinity(low) && double.IsInfinity(high)
            ? (DiagnosticSeverity.Info, "it bends them for nothing, the loss takes any real number")
            : (DiagnosticSeverity.Warning, double.IsInfinity(low) ? $"no logit exceeds {Wording.Factor(high)}" : $"no logit falls below {Wording.Factor(low)}, so that wrong classes keep weight in the sum");
    }

    private static (DiagnosticSeverity, string)? OfEach(FormulaFacts formula, LossFloor floor, double scale)
    {
        // Dropout sets logits to 0 as well.
        double low = Math.Min(formula.Range.Infimum * scale, scale > 1 ? 0 : double.PositiveInfinity), high = Math.Max(formula.Range.Supremum * scale, scale > 1 ? 0 : double.NegativeInfinity);
        double least = 1 / (1 + Math.Exp(-low)), most = 1 / (1 + Math.Exp(-high));
        if (least == 0 && most == 1)
            return (DiagnosticSeverity.Info, "it bends them for nothing, the loss takes any real number");
        if (-Math.Log(1 - least) < LeastFloor && -Math.Log(most) < LeastFloor)
            return null;
        string dead = formula.Moments.DeadShare > 0 ? $", and at the bound ({Wording.Percent(formula.Moments.DeadShare)} of them at first) no gradient" : "";
        return (DiagnosticSeverity.Warning, (least, most) switch
        {
            (0, _) => $"p is at most {Wording.Digits(most)}, so the loss of positive rows is at least {Wording.Digits(floor.At(most, isPositive: true))}{dead}",
            (_, 1) => $"p is at least {Wording.Digits(least)}, so the loss of negative rows is at least {Wording.Digits(floor.At(1 - least, isPositive: false))}{dead}",
            _ => $"p stays in [{Wording.Digits(least)}, {Wording.Digits(most)}], so the loss is at least {Wording.Digits(floor.At(most, isPositive: true))} for positive and {Wording.Digits(floor.At(1 - least, isPositive: false))} for negative rows",
        });
    }
}
