using System.Collections.Immutable;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.HiddenLayers;

/// <summary>ACT1002: two affine layers with nothing nonlinear between are one affine layer.</summary>
internal sealed class MissingNonlinearity : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1002",
        "Nothing nonlinear between two affine layers",
        "Nothing nonlinear stands between {0} and {1}: W₂(W₁x + b₁) + b₂ is one affine map, {2}. Insert an activation such as [ReLU] after {0}.",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1002.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [Rule];

    public override void Check(NetworkAnalysis analysis, Report report)
    {
        LayerAnalysis? open = null;
        foreach (LayerAnalysis layer in analysis.Layers)
        {
            if (layer.Declaration.HasWeights)
            {
                if (open is not null)
                    Judge(open, layer, report);
                // A gate is a product of two affine maps: nothing behind it can be merged with what is before.
                open = layer.Kind == LayerKind.Dense ? layer : null;
            }
            else if (!layer.Declaration.IsLoss && !layer.IsAffineBetweenLayers())
            {
                open = null;
            }
        }
    }

    private static void Judge(LayerAnalysis first, LayerAnalysis second, Report report)
    {
        if (!first.Input.IsKnown || !second.Output.IsKnown || first.ParameterCount is not { } firstCount || second.ParameterCount is not { } secondCount)
            return;
        long inputs = first.Input.Last, middle = second.Input.Last, outputs = second.Output.Last * (second.Kind == LayerKind.GatedDense ? 2 : 1);
        bool hasBias = first.Declaration.Flag("Bias", true) || second.Declaration.Flag("Bias", true);
        long merged = (inputs * outputs) + (hasBias ? outputs : 0);
        // A bottleneck is a factorisation that some want: W₂W₁ has rank at most its width.
        if (middle < Math.Min(inputs, outputs))
        {
            report.Finding(Rule, DiagnosticSeverity.Info, first, with: second, Wording.Dense(first), Wording.Dense(second),
                $"of rank at most {Wording.Count(middle)}; that is a low-rank factorisation if it is meant so");
            return;
        }
        report.Finding(Rule, first, with: second, Wording.Dense(first), Wording.Dense(second),
            $"and {Wording.Dense(second)} alone computes it with {Wording.Count(merged)} parameters instead of {Wording.Count(firstCount + secondCount)}, {Wording.Count(firstCount + secondCount - merged)} fewer");
    }
}
