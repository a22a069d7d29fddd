using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Layers;

/// <summary>A loss: the values stay as they are. Its place and its targets are checked with the stack.</summary>
internal sealed class LossLayer : LayerType
{
    public override bool Computes => false;

    public override LayerReads Reads(LayerDeclaration layer) => LayerReads.Declared;

    public override void Check(ArgumentChecks arguments)
    {
        foreach (LossSetting setting in arguments.Layer.EffectiveLoss!.Settings)
            arguments.Require(setting.Argument, setting.Default, setting.Range.Holds, setting.Range.Rule);
    }

    public override LayerFacts Facts(LayerAnalysis layer) => new(LayerMap.Identity);

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan)
    {
        // Not among the layers of a plan.
    }
}
