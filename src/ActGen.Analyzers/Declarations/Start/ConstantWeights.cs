using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Start;

/// <summary>ACT3002: all units of a hidden layer start equal.</summary>
internal sealed class ConstantWeights : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT3002",
        "Hidden layer with constant weights",
        "All {0} units of {1} start with the same weights ({2}): {3}. Leave the start to Auto.",
        RuleCategory.Start,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT3002.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Start;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        foreach (LayerMeaning layer in network.Weighted)
        {
            // An output layer of zeros starts without an opinion, and gets its gradient at once.
            if (layer.Facts.Start!.Constant is not { } constant || layer.Width < 2 || network.Weighted.FirstOrDefault(one => one.Index > layer.Index) is not { } next)
                continue;
            // At the end of a residual block zeros let the network start as if the block were not there (Goyal et al. 2017), which is no accident.
            if (constant == 0 && network.Layers.FirstOrDefault(one => one.Index > layer.Index && !one.Facts.KeepsMeaning)?.Facts.Map == LayerMap.Sum)
                continue;
            bool isDead = constant == 0 && IsDead(network, layer);
            yield return new Finding(layer.Layer, Wording.Count(layer.Width), Wording.Layer(layer), Wording.Factor(constant), Consequence(network, layer, next, constant, isDead))
            {
                Severity = isDead ? DiagnosticSeverity.Error : null,
                With = [next.Layer],
                Fixes = [Propagation.NetworkScale.AutoStart([0])],
            };
        }
    }

    /// <summary>Whether f(0) = f′(0) = 0 behind it, so that the units stay at 0 and nothing behind or before them learns by them.</summary>
    private static bool IsDead(NetworkMeaning network, LayerMeaning layer)
    {
        if (layer.Facts.Map == LayerMap.Product)
            return false;
        LayerMeaning? behind = network.Layers.FirstOrDefault(one => one.Index > layer.Index && !one.Facts.KeepsMeaning);
        return behind?.Facts.Function is { } f && f.At(0)[0] == 0 && f.SlopeAt(0) == 0;
    }

    private static string Consequence(NetworkMeaning network, LayerMeaning layer, LayerMeaning next, double constant, bool isDead)
    {
        if (isDead)
            return "they give 0, where the activation's derivative is 0 too, and no gradient ever reaches them or what is before";
        // Dropout gives each unit other rows to learn from.
        if (next.Facts.Start!.Constant is not null && network.DropoutScale(layer.Index, next.Index) == 1)
            return $"{Wording.Layer(next)} weights them all alike, so that they get equal gradients and stay equal for ever, worth one unit";
        bool isBehindOthers = network.Layers.Any(one => one.Index < layer.Index && one.Layer.ParameterCount > 0);
        return "they are worth one unit until what is behind tells them apart"
            + (constant == 0 && isBehindOthers ? "; at first nothing before them gets a gradient" : "");
    }
}
