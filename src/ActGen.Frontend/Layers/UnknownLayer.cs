using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>An attribute that derives from <c>LayerAttribute</c> and is none of the known ones: an error of its own, and everything behind it is unknown.</summary>
internal sealed class UnknownLayer : LayerType
{
    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin) => (Shape.Unknown, null);

    public override long? ParameterCount(LayerDeclaration layer, Shape input) => null;

    public override LayerFacts Facts(LayerAnalysis layer) => LayerFacts.Unknown;

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan) => throw new InvalidOperationException($"[{layer.Declaration.Name}] has no plan.");
}
