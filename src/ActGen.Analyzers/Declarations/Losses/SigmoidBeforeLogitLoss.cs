using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2002: the loss applies sigmoid itself. Every loss that makes a probability of each output counts, and every formula that rises between flat ends from 0 to 1, or within, whatever their names.</summary>
internal sealed class SigmoidBeforeLogitLoss : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2002",
        "Sigmoid before a loss on logits",
        "[{0}] before {1} squashes twice: p stays in [{7}, {2}], so the loss is at least {3} for target {4} and {5} for {6}. Remove it: Predict applies one.",
        RuleCategory.Losses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2002.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        if (network.AtLoss.Kind != ValueKind.UnitInterval || network.Loss is not { } loss || LossFloor.Of(loss.Declaration) is not { Expects: LossInput.BinaryLogits } floor
            || NetworkEnd.Of(network) is not { Source: { Facts.Formula: not null } sigmoid } end)
        {
            yield break;
        }
        // σ of [0, s] is [½, σ(s)].
        double least = 1 / (1 + Math.Exp(-end.Least)), most = 1 / (1 + Math.Exp(-end.Most));
        (string positive, string negative) = loss.Declaration.Loss!.IsSigned ? ("+1", "−1") : ("1", "0");
        yield return new Finding(
            sigmoid.Layer, sigmoid.Name, loss.Declaration.Name, Wording.Digits(most),
            Wording.Digits(floor.At(most, isPositive: true)), positive, Wording.Digits(floor.At(1 - least, isPositive: false)), negative, Wording.Digits(least, "0.####"))
        {
            With = [loss],
            Fixes = [new($"Remove [{sigmoid.Name}]: the loss works on logits", StackEdit.Remove())],
        };
    }
}
