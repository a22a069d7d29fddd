using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT1009: an activation behind the last product, or the state of a recurrent layer, where a loss works on logits, any real numbers.</summary>
internal sealed class ActivationOnLogits : NetworkRule
{
    /// <summary>Below this floor a bound is a cap that some set on purpose: 30·tanh(x/30).</summary>
    private const double LeastFloor = 0.01;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1009",
        "Activation on logits",
        "[{0}] before {1}, which works on logits: {2}. {3}.",
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
            || BoundedOutput.Of(network.SourceOf(network.AtLoss)) is not { Layer: var last } output)
        {
            yield break;
        }
        double scale = network.DropoutScale(last.Index, loss.Index);
        (DiagnosticSeverity Severity, string Text)? consequence = floor.Expects switch
        {
            LossInput.ClassLogits => OfClasses(output, last.Width, floor, scale),
            LossInput.BinaryLogits => OfEach(output, floor, scale),
            _ => null,
        };
        if (consequence is not { } told)
            yield break;
        yield return new Finding(last.Layer, last.Name, loss.Declaration.Name, told.Text, output.Advice)
        {
            Severity = told.Severity,
            With = [loss],
            Fixes = [output.Fix(": the loss works on logits")],
        };
    }

    private static (DiagnosticSeverity, string)? OfClasses(BoundedOutput output, int classes, LossFloor floor, double scale)
    {
        (double low, double high) = (output.Range.Infimum * scale, output.Range.Supremum * scale);
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
        if (output.DeadShare > 0)
            return (DiagnosticSeverity.Warning, $"classes that it cuts off get no gradient and cannot be told apart, {Wording.Percent(output.DeadShare)} of them in a new network");
        return double.IsInfinity(low) && double.IsInfinity(high)
            ? (DiagnosticSeverity.Info, "it bends them for nothing, the loss takes any real number")
            : (DiagnosticSeverity.Warning, double.IsInfinity(low) ? $"no logit exceeds {Wording.Factor(high)}" : $"no logit falls below {Wording.Factor(low)}, so that wrong classes keep weight in the sum");
    }

    private static (DiagnosticSeverity, string)? OfEach(BoundedOutput output, LossFloor floor, double scale)
    {
        // Dropout sets logits to 0 as well.
        double low = Math.Min(output.Range.Infimum * scale, scale > 1 ? 0 : double.PositiveInfinity), high = Math.Max(output.Range.Supremum * scale, scale > 1 ? 0 : double.NegativeInfinity);
        double least = 1 / (1 + Math.Exp(-low)), most = 1 / (1 + Math.Exp(-high));
        if (least == 0 && most == 1)
            return (DiagnosticSeverity.Info, "it bends them for nothing, the loss takes any real number");
        if (-Math.Log(1 - least) < LeastFloor && -Math.Log(most) < LeastFloor)
            return null;
        string dead = output.DeadShare > 0 ? $", and at the bound ({Wording.Percent(output.DeadShare)} of them at first) no gradient" : "";
        return (DiagnosticSeverity.Warning, (least, most) switch
        {
            (0, _) => $"p is at most {Wording.Digits(most)}, so the loss of positive rows is at least {Wording.Digits(floor.At(most, isPositive: true))}{dead}",
            (_, 1) => $"p is at least {Wording.Digits(least)}, so the loss of negative rows is at least {Wording.Digits(floor.At(1 - least, isPositive: false))}{dead}",
            _ => $"p stays in [{Wording.Digits(least)}, {Wording.Digits(most)}], so the loss is at least {Wording.Digits(floor.At(most, isPositive: true))} for positive and {Wording.Digits(floor.At(1 - least, isPositive: false))} for negative rows",
        });
    }
}
