using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>The same values under another shape.</summary>
internal abstract class ViewLayer : LayerType
{
    public override bool Computes => false;

    public override LayerReads Reads(LayerDeclaration layer) => LayerReads.Declared;

    public override LayerFacts Facts(LayerAnalysis layer) => new(LayerMap.Identity);

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan) => plan.Add(new PlannedReshape(PlanBuilder.Place(layer, plan.Number)));
}

/// <summary>All values of a row on one axis.</summary>
internal sealed class FlattenLayer : ViewLayer
{
    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin) =>
        (input.Size <= int.MaxValue ? Shape.Of((int)input.Size) : Shape.Unknown, null);
}
