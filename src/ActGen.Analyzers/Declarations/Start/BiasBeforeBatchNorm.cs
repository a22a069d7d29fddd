using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Start;

/// <summary>ACT3003: a bias directly before a batch normalisation, which subtracts the mean over the batch and the bias with it (Ioffe and Szegedy 2015, section 3.2).</summary>
internal sealed class BiasBeforeBatchNorm : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT3003",
        "Bias before batch normalisation",
        "The bias of {0} is subtracted again by {1} right behind it: its {2} {3} learn nothing. Set Bias = false.",
        RuleCategory.Start,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT3003.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Bias;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        for (int i = 0; i + 1 < network.Layers.Length; i++)
        {
            LayerMeaning product = network.Layers[i], next = network.Layers[i + 1];
            if (product is { Facts: { Map: LayerMap.Weighted, HasBias: true, HasOneReader: true }, Width: > 0 } && next.Facts.Normalizes == NormalizedOver.Batch)
            {
                yield return new Finding(product.Layer, Wording.Layer(product), $"[{next.Name}]", Wording.Count(product.Width), product.Width == 1 ? "number" : "numbers")
                {
                    With = [next.Layer],
                    Fixes = [new("Leave the bias to the normalisation", StackEdit.SetArgument("Bias", "false"))],
                };
            }
        }
    }
}
