using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.HiddenLayers;

/// <summary>ACT1006: the whole network is one affine map, and every layer in it a bottleneck; where a layer is none, ACT1002 says more.</summary>
internal sealed class LinearNetwork : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1006",
        "The whole network is linear",
        "Nothing in this network is nonlinear: its {0} layers compute one affine map of rank at most {1} with {2} parameters. Insert activations, unless a factorisation is meant.",
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
        if (weighted.Length < 2 || network.Layers.Any(layer => !layer.Facts.IsAffine || layer.Facts.IsShared || layer.Layer.ParameterCount is null || layer.Width == 0 || layer.InputWidth == 0))
            yield break;
        int[] hidden = [.. weighted.Skip(1).Select(layer => layer.InputWidth)];
        // Each pair by itself is a bottleneck, or ACT1002 tells how many parameters are wasted.
        for (int i = 0; i < hidden.Length; i++)
        {
            if (hidden[i] >= Math.Min(weighted[i].InputWidth, weighted[i + 1].Width))
                yield break;
        }
        yield return new Finding(
            weighted[0].Layer, Wording.Count(weighted.Length), Wording.Count(hidden.Min()), Wording.Count(network.Layers.Sum(layer => layer.Layer.ParameterCount!.Value)))
        {
            With = [.. weighted.Skip(1).Select(layer => layer.Layer)],
            About = [.. network.Layers.Select(layer => layer.Index)],
            Fixes = [new("Insert ReLU between the layers", [.. Enumerable.Range(0, weighted.Length - 1).Select(place => StackEdit.InsertAfter("ReLU", place: place))])],
        };
    }
}
