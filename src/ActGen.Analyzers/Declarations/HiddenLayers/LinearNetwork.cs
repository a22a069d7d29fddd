using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.HiddenLayers;

/// <summary>ACT1006: the whole network is one affine map, and every layer in it a bottleneck; where a dense one is none, ACT1002 says more.</summary>
internal sealed class LinearNetwork : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1006",
        "The whole network is linear",
        "Nothing in this network is nonlinear: its {0} layers compute one affine map {1} with {2} parameters. Insert activations, unless a factorisation is meant.",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1006.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        LayerMeaning[] weighted = [.. network.Weighted];
        if (weighted.Length < 2 || network.Layers.Any(layer => !layer.Facts.IsAffine || layer.Layer.ParameterCount is null || layer.Width == 0 || layer.InputWidth == 0))
            yield break;
        long parameters = network.Layers.Sum(layer => layer.Layer.ParameterCount!.Value), inputs = network.Layers[0].Layer.Input.Size, outputs = network.Layers.Last().Layer.Output.Size;
        bool isOverImages = weighted.Any(layer => layer.Facts.IsShared), isNormalized = network.Layers.Any(layer => layer.Facts.Normalizes != NormalizedOver.None);
        // Of convolutions few weights make a large matrix: there is nothing to count but its sides.
        string? extent = isOverImages ? $"from {Wording.Count(inputs)} values to {Wording.Count(outputs)}" : OfFactors(weighted);
        if (extent is null)
            yield break;
        yield return new Finding(weighted[0].Layer, Wording.Count(weighted.Length), extent, Wording.Count(parameters))
        {
            // More weights than one dense layer has that computes the same are no factorisation.
            Severity = isOverImages && !isNormalized && parameters > (inputs + 1) * (double)outputs ? DiagnosticSeverity.Warning : null,
            With = [.. weighted.Skip(1).Select(layer => layer.Layer)],
            About = [.. network.Layers.Select(layer => layer.Index)],
            Fixes = [new("Insert ReLU between the layers", [.. Enumerable.Range(0, weighted.Length - 1).Select(place => StackEdit.InsertAfter("ReLU", place: place))])],
        };
    }

    /// <summary>The rank; null where a pair is no bottleneck, of which ACT1002 tells how many parameters are wasted.</summary>
    private static string? OfFactors(LayerMeaning[] weighted)
    {
        int[] hidden = [.. weighted.Skip(1).Select(layer => layer.InputWidth)];
        for (int i = 0; i < hidden.Length; i++)
        {
            if (hidden[i] >= Math.Min(weighted[i].InputWidth, weighted[i + 1].Width))
                return null;
        }
        return $"of rank at most {Wording.Count(hidden.Min())}";
    }
}
