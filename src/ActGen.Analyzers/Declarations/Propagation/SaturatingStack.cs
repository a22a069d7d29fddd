using System.Collections.Immutable;
using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Propagation;

/// <summary>ACT1005: several saturating activations one behind the other, with nothing that keeps their inputs in range.</summary>
internal sealed class SaturatingStack : NetworkRule
{
    private const int Fewest = 3;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1005",
        "Saturating activations in a row",
        "{0} saturating activations in a row from {1} on, which is flat beyond |x| = {2}{3}. Use [ReLU] or [GELU] in hidden layers.",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1005.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Scale;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        ImmutableArray<LayerMeaning> row = LongestRow(network);
        if (row.Length < Fewest)
            yield break;
        string already = network.FirstGradient() is > 0 and < 0.5 and { } gradient
            ? $"; the first layer starts with {Wording.Factor(gradient)} of the output's gradient"
            : "";
        double edge = Math.Max(-row[0].Facts.Formula!.SaturatesBelow!.Value, row[0].Facts.Formula!.SaturatesAbove!.Value);
        yield return new Finding(row[0].Layer, Wording.Count(row.Length), Wording.Layer(row[0]), Wording.Factor(edge), already)
        {
            With = [.. row.Skip(1).Select(layer => layer.Layer)],
            About = network.AllPlaces(),
            Fixes = [NetworkScale.Use("ReLU", Enumerable.Range(0, row.Length)), NetworkScale.Use("GELU", Enumerable.Range(0, row.Length))],
        };
    }

    /// <summary>Hidden activations only: what stands behind the last weights is the output's.</summary>
    private static ImmutableArray<LayerMeaning> LongestRow(NetworkMeaning network)
    {
        ImmutableArray<LayerMeaning> longest = [], row = [];
        foreach (LayerMeaning layer in network.Layers.Where(layer => layer.Index < network.LastWeighted?.Index))
        {
            if (layer.Facts.Formula is { SquashesBothSides: true } && layer.Facts.HasOneReader)
                row = layer.Before.Kind == ValueKind.Logits ? row.Add(layer) : row;
            else if (!(layer.Facts.IsAffine || layer.Facts.PoolsPositions) || layer.Facts.Normalizes != NormalizedOver.None || !layer.Facts.HasOneReader)
                row = [];
            if (row.Length > longest.Length)
                longest = row;
        }
        return longest;
    }
}
