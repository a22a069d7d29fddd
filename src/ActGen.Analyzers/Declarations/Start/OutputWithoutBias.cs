using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Start;

/// <summary>ACT3005: the last layer with weights has no bias.</summary>
internal sealed class OutputWithoutBias : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT3005",
        "Last layer without bias",
        "{0}, the last layer with weights, has no bias: {1}. Add one: it costs {2}.",
        RuleCategory.Start,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT3005.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Bias;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        if (network.LastWeighted is not { Facts.HasBias: false } last || network.Loss is not { } loss || last.Width == 0
            || network.Layers.Any(layer => layer.Index > last.Index && layer.Facts.Normalizes != NormalizedOver.None)
            || Consequence(loss) is not { } consequence)
        {
            yield break;
        }
        long biases = last.Width * (last.Facts.Map == LayerMap.Product ? 2L : 1);
        yield return new Finding(last.Layer, Wording.Layer(last), consequence, biases == 1 ? "one parameter" : $"{Wording.Count(biases)} parameters")
        {
            With = [loss],
            Fixes = [new("Add a bias", StackEdit.RemoveArgument("Bias"))],
        };
    }

    /// <summary>What the loss asks for at an input of zeros; null for losses that do not mind.</summary>
    private static string? Consequence(LayerAnalysis loss) => loss.Declaration.EffectiveLoss! switch
    {
        { IsRelative: true } => null,
        { Expects: LossInput.Values } => "the prediction cannot be shifted, and where all features are 0 it is 0",
        { Expects: LossInput.ClassLogits } => "where all features are 0 every class is as likely as any other, however frequent it is",
        { Expects: LossInput.BinaryLogits } => "where all features are 0 the probability is 0.5, however frequent the positive class is",
        { Expects: LossInput.LogRates } => "where all features are 0 the rate is 1, whatever the data say",
        _ => null,
    };
}
