using ActGen.Frontend.Calculus;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>An element-wise formula.</summary>
internal sealed class ActivationLayer : LayerType
{
    public override LayerReads Reads(LayerDeclaration layer) => IsPerChannel(layer) ? LayerReads.Features : LayerReads.Any;

    public override void Check(ArgumentChecks arguments) => FormulaArguments.CheckPrecision(arguments);

    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin) => IsPerChannel(layer) && input.Rank > 3
        ? Misfit($"has channels where the input is features, a sequence (time, features) or an image (channels, height, width), but {origin} gives rows of shape {input}")
        : (input, null);

    public override long? ParameterCount(LayerDeclaration layer, Shape input)
    {
        long? learned = FormulaArguments.Learned(layer);
        return learned is null or 0 || !IsPerChannel(layer) ? learned : input.IsKnown ? learned * input.Features : null;
    }

    public override LayerFacts Facts(LayerAnalysis layer) => FormulaMeaning.Of(FunctionOf(layer));

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan) =>
        Plan(layer, plan, range: null, size: IsPerChannel(layer.Declaration) ? layer.Input.Features : 1);

    /// <summary>Directly behind a product an activation is part of it, and so is its name.</summary>
    public static void Plan(LayerAnalysis layer, PlanBuilder plan, ParameterRange? range, int size)
    {
        bool isPartOfProduct = plan.Last is PlannedProduct;
        LayerPlace place = PlanBuilder.Place(layer, isPartOfProduct ? plan.Number : plan.NextNumber());
        PlannedActivation activation = new(place, layer.Formula!, FormulaArguments.Plan(layer, place.Number, size, plan))
        {
            IsFast = FormulaArguments.IsFast(layer),
            Range = range,
        };
        plan.Add(isPartOfProduct && !activation.IsUniform ? activation with { Place = place with { Part = "Activation" } } : activation);
    }

    private static bool IsPerChannel(LayerDeclaration layer) => layer.Flag("PerChannel", false);

    /// <summary>The formula; null for unknown ones and for learned parameters, whose values nobody knows.</summary>
    private static ElementFunction? FunctionOf(LayerAnalysis layer) =>
        layer.Formula is { } formula && layer.FormulaParameters.Count == formula.Parameters.Count && !formula.Parameters.Items.Any(parameter => parameter.IsLearnable)
            ? new(formula, layer.FormulaParameters)
            : null;
}

/// <summary>An element-wise formula whose one parameter is random in training: no fixed formula, and no slope that is the same on both sides.</summary>
internal sealed class RandomizedActivationLayer : LayerType
{
    public override LayerReads Reads(LayerDeclaration layer) => LayerReads.Any;

    public override void Check(ArgumentChecks arguments)
    {
        FormulaArguments.CheckPrecision(arguments);
        arguments.Require("lower", null, FloatRange.Holds, "a bound is a finite float");
        arguments.Require("upper", null, FloatRange.Holds, "a bound is a finite float");
        ParameterRange range = Range(arguments.Layer);
        if (range.Upper < range.Lower)
            arguments.Require("upper", null, _ => false, $"it is below 'lower', {Diagnostics.Words.Of(range.Lower)}");
    }

    public override long? ParameterCount(LayerDeclaration layer, Shape input) => FormulaArguments.Learned(layer);

    public override LayerFacts Facts(LayerAnalysis layer) => new(LayerMap.Nonlinear);

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan) => ActivationLayer.Plan(layer, plan, Range(layer.Declaration), size: 1);

    private static ParameterRange Range(LayerDeclaration layer) => new(layer.Number("lower", 0), layer.Number("upper", 0));
}

/// <summary>a ⊙ f(b) over the halves of the last axis.</summary>
internal sealed class GateLayer : LayerType
{
    public override void Check(ArgumentChecks arguments) => FormulaArguments.CheckPrecision(arguments);

    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin) => Divided(input, 2, origin);

    public override long? ParameterCount(LayerDeclaration layer, Shape input) => FormulaArguments.Learned(layer);

    public override LayerFacts Facts(LayerAnalysis layer) => new(LayerMap.Product);

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan) =>
        plan.Add(Gate(layer, PlanBuilder.Place(layer, plan.NextNumber()), plan));

    public static PlannedGate Gate(LayerAnalysis layer, LayerPlace place, PlanBuilder plan) =>
        new(place, new(place with { Input = place.Output }, layer.Formula!, FormulaArguments.Plan(layer, place.Number, size: 1, plan)) { IsFast = FormulaArguments.IsFast(layer) });
}
