using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>A block that could not be put in its place: an error of its own, and everything behind it is unknown.</summary>
internal sealed class BlockLayer : LayerType
{
    public override void Check(ArgumentChecks arguments) => arguments.Require("Repeat", 1, count => count >= 1, "a block stands here at least once");

    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin) => (Shape.Unknown, null);

    public override long? ParameterCount(LayerDeclaration layer, Shape input) => null;

    public override LayerFacts Facts(LayerAnalysis layer) => LayerFacts.Unknown;

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan) => throw new InvalidOperationException($"[{layer.Declaration.Name}] has no plan.");
}

/// <summary>The beginning of a residual block.</summary>
internal sealed class BranchLayer : LayerType
{
    public override bool Computes => false;

    public override LayerFacts Facts(LayerAnalysis layer) => new(LayerMap.Identity) { HasOneReader = false };

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan) => plan.Branch(layer);
}

/// <summary>The end of a residual block: what the block makes of values, and these values.</summary>
internal sealed class SumLayer : LayerType
{
    public override LayerFacts Facts(LayerAnalysis layer) => new(LayerMap.Sum);

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan) => plan.Sum(layer, NameOf(layer.Declaration));

    /// <summary><c>+ Think</c> of <c>Residual&lt;Think&gt;</c>: what stands above it in tables is the block.</summary>
    private static string NameOf(LayerDeclaration layer) => "+ " + layer.Name.Substring(layer.Name.IndexOf('<') + 1).TrimEnd('>');
}
