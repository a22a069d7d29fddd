using ActGen.Frontend.Collections;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Analysis;

/// <summary>Turns a checked declaration into a plan: layers with numbers, tensors with places and initial values.</summary>
internal static class Planner
{
    /// <summary>The plan of a declaration without problems.</summary>
    public static NetworkPlan Plan(NetworkDeclaration declaration, Shape input, EquatableArray<LayerAnalysis> layers)
    {
        var plan = new PlanBuilder(declaration.InputMeanSquare, (int)layers.Items.Sum(layer => layer.ParameterCount ?? 0));
        for (int i = 0; i < layers.Count; i++)
        {
            LayerType type = LayerTypes.Of(layers[i].Kind);
            if (!layers[i].Declaration.IsLoss)
                plan.Arrange(i, layers[i].Input, type.Reads(layers[i].Declaration));
            type.Plan(layers[i], i + 1 < layers.Count ? layers[i + 1] : null, plan);
        }
        LayerAnalysis last = layers.Items.Last(layer => !layer.Declaration.IsLoss);
        plan.Arrange(last.Index, last.Output, LayerReads.Declared);
        LayerAnalysis? loss = layers.Items.FirstOrDefault(layer => layer.Declaration.IsLoss);
        return new(
            declaration.Type, declaration.Target.HasSummary,
            input, last.Output,
            plan.Layers, plan.Parameters, loss is null ? null : PlannedLoss.Of(loss.Declaration), plan.Propagate())
        {
            HasTelemetry = declaration.HasTelemetry,
        };
    }
}
