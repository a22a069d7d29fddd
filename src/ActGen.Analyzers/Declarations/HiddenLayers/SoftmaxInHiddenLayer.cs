using System.Collections.Immutable;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.HiddenLayers;

/// <summary>ACT1001: outputs that sum to one go into a layer with weights.</summary>
internal sealed class SoftmaxInHiddenLayer : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1001",
        "Softmax in a hidden layer",
        "[{0}] in a hidden layer makes {1} share a sum of 1{2}. Use [ReLU]; {3} belongs to the output.",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1001.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [Rule];

    public override void Check(NetworkAnalysis analysis, Report report)
    {
        foreach (LayerAnalysis layer in analysis.Layers)
        {
            if (layer.Declaration.HasWeights && analysis.ProducerBefore(layer.Index) is { Declaration.Operator: { IsDistribution: true } op } softmax)
                report.Finding(Rule, softmax, with: layer, op.Name, Units(softmax), Consequence(softmax, op), op.Name.ToLowerInvariant());
        }
    }

    private static string Units(LayerAnalysis softmax) => softmax.Output.IsKnown ? $"{Wording.Count(softmax.Output.Last)} units" : "its units";

    /// <summary>The Jacobian of softmax is diag(p) − p·pᵀ; at p = 1/K its eigenvalues are 1/K, and 0 along the sum. That of sparsemax is
    /// 0 at every unit that is 0.</summary>
    private static string Consequence(LayerAnalysis softmax, RowOperator op)
    {
        string average = softmax.Output is { IsKnown: true, Last: > 1 and var units } ? $" each is {Wording.Digits(1.0 / units, "G3")} on average," : "";
        return op.IsSparse
            ? $":{average} one grows only when others shrink, and those at 0 get no gradient"
            : average.Length > 0
                ? $":{average} one grows only when others shrink, and where they are equal gradients become {Wording.Count(softmax.Output.Last)} times smaller"
                : ": one grows only when others shrink, and gradients vanish wherever one unit dominates";
    }
}
