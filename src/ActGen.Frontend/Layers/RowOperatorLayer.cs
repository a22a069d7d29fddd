using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>A function of the last axis: <see cref="RowOperators"/> has all of them.</summary>
internal sealed class RowOperatorLayer : LayerType
{
    public override void Check(ArgumentChecks arguments)
    {
        if (arguments.Layer.Operator?.Divisor is { } divisor)
            arguments.Require(divisor, 0, parts => parts is >= 1 and <= int.MaxValue, "the last axis is cut into at least one part");
    }

    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin)
    {
        RowOperator op = layer.Operator!;
        if (op.Divisor is not { } divisor)
        {
            return input.Features <= int.MaxValue / op.Multiple
                ? (input.WithFeatures(input.Features * op.Multiple), null)
                : Misfit($"makes the {Axis(input)} {op.Multiple} times as many, but {origin} gives rows of shape {input}");
        }
        return layer.Number(divisor, 0) is >= 1 and <= int.MaxValue and double parts ? Divided(input, (int)parts, origin) : (Shape.Unknown, null);
    }

    public override LayerFacts Facts(LayerAnalysis layer) => layer.Declaration.Operator is { } op
        ? new(LayerMap.Nonlinear) { Makes = op.Makes, IsSparse = op.IsSparse, KeepsLogProbabilities = op.KeepsLogProbabilities }
        : LayerFacts.Unknown;

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan) =>
        plan.Add(new PlannedRowOperator(PlanBuilder.Place(layer, plan.NextNumber()), layer.Declaration.Operator!));
}
