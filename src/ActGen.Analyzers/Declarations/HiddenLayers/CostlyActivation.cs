using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.HiddenLayers;

/// <summary>ACT1013: a smooth relative of ReLU in a network so small that nothing speaks for its price.</summary>
internal sealed class CostlyActivation : NetworkRule
{
    private const int MostLayers = 2;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1013",
        "Costlier activation than the network needs",
        "[{0}] computes {1} for each of {2} units, [ReLU] none, and in a network of {3} layers nothing is known to speak for it. Use [ReLU].",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1013.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        int depth = network.Weighted.Count();
        return
            from layer in network.Layers
            where depth is > 0 and <= MostLayers && layer.Index < network.LastWeighted!.Index && layer.Width > 0
            where layer.Facts.Formula is { Above: { Kind: AsymptoteKind.Linear, Slope: > 0 }, Below.Kind: AsymptoteKind.Value }
            let functions = layer.Facts.Function!.Cost.Functions
            where functions > 0
            select new Finding(layer.Layer, layer.Name, Functions(functions), Wording.Count(layer.Layer.Output.Size), Wording.Count(depth))
            {
                Fixes = [new("Use ReLU", StackEdit.Replace("ReLU"))],
            };
    }

    private static string Functions(int count) => count == 1 ? "an exponential or a function like it" : $"{Wording.Count(count)} exponentials or functions like it";
}
