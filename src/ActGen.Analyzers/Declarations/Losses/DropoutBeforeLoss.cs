using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2011: dropout, or a normalisation, behind the last weights: no layer follows that could make up for it. Losses that only see directions are left out, which are
/// trained on embeddings.</summary>
internal sealed class DropoutBeforeLoss : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2011",
        "Dropout or normalisation before the loss",
        "{0} between the last weights and {1}: {2}. {3}.",
        RuleCategory.Losses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2011.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        if (NetworkEnd.Of(network) is not { Type.IsRelative: false } end || network.LastWeighted is not { } last)
            yield break;
        foreach (LayerMeaning layer in network.Between(last.Index, end.Loss.Index))
        {
            if (layer.Facts.DropRate is > 0 and < 1 and { } rate)
            {
                bool isDirect = network.Between(layer.Index, end.Loss.Index).All(next => next.Facts.KeepsMeaning && next.Facts.DropRate is null or 0);
                yield return Removing(layer, end, isDirect ? OfOutputs(end, rate) : OfValues(rate), "Drop before them or not at all");
            }
            else if (layer.Facts.Normalizes != NormalizedOver.None)
            {
                string over = layer.Facts.Normalizes == NormalizedOver.Batch ? "each output has variance 1 over a batch" : "the outputs of each row have variance 1";
                yield return Removing(layer, end, over + ", so that their size says nothing any more", "Normalise before them") with { Severity = DiagnosticSeverity.Info };
            }
        }
    }

    private static Finding Removing(LayerMeaning layer, NetworkEnd end, string consequence, string advice) =>
        new(layer.Layer, $"[{layer.Name}]", end.Loss.Declaration.Name, consequence, advice)
        {
            With = [end.Loss],
            Fixes = [new($"Remove [{layer.Name}]", StackEdit.Remove())],
        };

    private static string OfOutputs(NetworkEnd end, double rate)
    {
        LossFloor? floor = LossFloor.Of(end.Loss.Declaration);
        double? least = floor switch
        {
            { Expects: LossInput.BinaryLogits } => DroppedLogits.OfEach(floor, rate),
            { Expects: LossInput.ClassLogits, IsWeighted: false } when end.Width > 1 => DroppedLogits.OfClasses(floor, rate, end.Width),
            _ => null,
        };
        return (least, end.Type.Expects) switch
        {
            ({ } bound, _) => $"in training {Wording.Percent(rate)} of the logits are 0, whatever the row, and the loss is at least {Wording.Digits(bound)} on average",
            (_, LossInput.Values or LossInput.NonNegative) => $"in training {Wording.Percent(rate)} of the predictions are 0, whatever the row, and the others {Wording.Factor(1 / (1 - rate))} times as large",
            _ => OfValues(rate),
        };
    }

    private static string OfValues(double rate) => $"in training {Wording.Percent(rate)} of the outputs are 0, whatever the row, and the others {Wording.Factor(1 / (1 - rate))} times as large";
}
