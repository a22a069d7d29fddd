using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.HiddenLayers;

/// <summary>ACT1001: outputs that sum to one go into a layer with weights.</summary>
internal sealed class SoftmaxInHiddenLayer : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1001",
        "Softmax in a hidden layer",
        "[{0}] makes {1} share a sum of 1: {2}. Use [ReLU]; {3} belongs to the output.",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1001.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options) =>
        from layer in network.Layers
        where layer.Facts.HasWeights && layer.Before.Kind == ValueKind.Probabilities
        let softmax = network.SourceOf(layer.Before)
        where softmax.Facts.HasOneReader
        select new Finding(softmax.Layer, softmax.Name, Units(softmax), Consequence(softmax), softmax.Name.ToLowerInvariant())
        {
            With = [layer.Layer],
            Fixes = [new("Use ReLU", StackEdit.Replace("ReLU"))],
        };

    private static string Units(LayerMeaning softmax) => softmax.Width > 0 ? $"{Wording.Count(softmax.Width)} hidden units" : "hidden units";

    /// <summary>The Jacobian of softmax is diag(p) − p·pᵀ; at p = 1/K its eigenvalues are 1/K, and 0 along the sum. That of sparsemax is
    /// 0 at every unit that is 0.</summary>
    private static string Consequence(LayerMeaning softmax)
    {
        string average = softmax.Width > 1 ? $"each is {Wording.Digits(1.0 / softmax.Width, "G3")} on average" : "one grows only when others shrink";
        return average + (softmax.Facts.IsSparse ? ", and those at 0 get no gradient"
            : softmax.Width > 1 ? $", and where they are equal gradients become {Wording.Count(softmax.Width)} times smaller"
            : ", and gradients vanish wherever one dominates");
    }
}
