using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.HiddenLayers;

/// <summary>ACT1002: two affine layers with nothing nonlinear between are one affine layer.</summary>
internal sealed class MissingNonlinearity : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1002",
        "Nothing nonlinear between two affine layers",
        "Nothing nonlinear between {0} and {1}: one affine map, {2}. Insert an activation such as [ReLU].",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1002.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        LayerMeaning? open = null;
        bool isNormalized = false;
        foreach (LayerMeaning layer in network.Layers)
        {
            if (layer.Facts.HasWeights)
            {
                if (open is not null && !layer.Facts.IsShared && Judge(network, open, layer, isNormalized, options) is { } finding)
                    yield return finding;
                // A gate is a product of two affine maps: nothing behind it can be merged with what is before.
                // A convolution before another layer, as depthwise before pointwise, is a factorisation.
                open = layer.Facts is { Map: LayerMap.Weighted, HasOneReader: true, IsShared: false } ? layer : null;
                isNormalized = false;
            }
            else if (!layer.Facts.IsAffine || !layer.Facts.HasOneReader)
            {
                open = null;
            }
            isNormalized |= layer.Facts.Normalizes != NormalizedOver.None;
        }
    }

    private static Finding? Judge(NetworkMeaning network, LayerMeaning first, LayerMeaning second, bool isNormalized, RuleOptions options)
    {
        if (first.InputWidth == 0 || second.Width == 0 || first.Layer.ParameterCount is not { } firstCount || second.Layer.ParameterCount is not { } secondCount)
            return null;
        long inputs = first.InputWidth, middle = second.InputWidth, outputs = second.Width * (second.Facts.Map == LayerMap.Product ? 2L : 1);
        // A bottleneck is a factorisation that some want: W₂W₁ has rank at most its width.
        bool isLowRank = middle < Math.Min(inputs, outputs);
        if (isLowRank && !options.ReportsLowRank)
            return null;
        bool hasBias = first.Layer.Declaration.Flag("Bias", true) || second.Layer.Declaration.Flag("Bias", true);
        long merged = (inputs * outputs) + (hasBias ? outputs : 0), both = firstCount + secondCount;
        string consequence = isLowRank
            ? $"of rank at most {Wording.Count(middle)}, a low-rank factorisation if it is meant so"
            : $"for which one layer needs {Wording.Parameters(merged)} parameters, {Wording.Parameters(both - merged)} fewer";
        return new Finding(first.Layer, Wording.Layer(first.Layer), Wording.Layer(second.Layer), consequence)
        {
            Severity = isLowRank || isNormalized ? DiagnosticSeverity.Info : null,
            With = [second.Layer],
            // What stands between and does nothing is part of it.
            About = [first.Index, .. network.Between(first.Index, second.Index).Where(layer => layer.Facts.DropRate is null).Select(layer => layer.Index)],
            Fixes = [new("Insert ReLU between the layers", StackEdit.InsertAfter("ReLU"))],
        };
    }
}
