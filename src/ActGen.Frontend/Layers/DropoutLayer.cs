using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Layers;

/// <summary>Inverted dropout.</summary>
internal sealed class DropoutLayer : LayerType
{
    public override bool Computes => false;

    public override LayerReads Reads(LayerDeclaration layer) => LayerReads.Any;

    public override void Check(ArgumentChecks arguments)
    {
        double rate = arguments.Layer.Number("rate", 0);
        arguments.Require("rate", null, share => share is >= 0 and <= 1, rate is > 1 and <= 100
            ? $"the rate is a share between 0 and 1: {Words.Of(rate)} % is {Words.Of(rate / 100)}"
            : "the rate is a share between 0 and 1");
    }

    public override LayerFacts Facts(LayerAnalysis layer) => new(LayerMap.Identity) { DropRate = layer.Declaration.Number("rate", 0) };

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan) =>
        plan.Add(new PlannedDropout(PlanBuilder.Place(layer, plan.NextDropout()), layer.Declaration.Number("rate", 0)));
}
