using ActGen.Frontend.Calculus;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>x·W + b over the last axis.</summary>
internal abstract class ProductLayer : LayerType
{
    /// <summary>Number of members of <c>Initializer</c>.</summary>
    private const int Initializers = (int)Initializer.Identity + 1;

    /// <summary>Columns of W for each unit.</summary>
    protected virtual int ColumnsPerUnit => 1;

    public override LayerReads Reads(LayerDeclaration layer) => LayerReads.Declared;

    public override void Check(ArgumentChecks arguments)
    {
        arguments.Require("units", 0, units => units is >= 1 and <= int.MaxValue, "a layer has at least one unit");
        CheckStart(arguments);
    }

    /// <summary>Checks <c>Init</c> and <c>InitScale</c>.</summary>
    public static void CheckStart(ArgumentChecks arguments)
    {
        arguments.Require("Init", 0, init => init is >= 0 and < Initializers, "it is no member of Initializer");
        arguments.Require("InitScale", 1, FloatRange.Holds, "the weights are multiplied by a finite float");
    }

    /// <summary>Channels are told, not taken for time.</summary>
    public override Shape Understand(LayerDeclaration layer, Shape input) => input;

    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin) => input switch
    {
        { Rank: > 2 } => Misfit($"works on features or on a sequence (time, features), but {origin} gives rows of shape {input}: put [Flatten] before it"),
        { HasChannels: true } => Misfit($"works on features or on (time, features), but {origin} gives (channels, length), {input}: put [Flatten] or [GlobalAveragePool] before it, or [Permute(2, 1)] to keep positions"),
        _ => (layer.Units is { } units ? input.WithFeatures(units) : Shape.Unknown, null),
    };

    public override long? ParameterCount(LayerDeclaration layer, Shape input)
    {
        long columns = (long)(layer.Units ?? 0) * ColumnsPerUnit;
        return input.IsKnown && columns > 0 ? (input.Features * columns) + (layer.Flag("Bias", true) ? columns : 0) : null;
    }

    protected static LayerFacts Facts(LayerMap map, LayerAnalysis layer) =>
        new(map) { Start = StartOf(layer.Declaration), FanIn = layer.Input.IsKnown ? layer.Input.Features : 0, HasBias = layer.Declaration.Flag("Bias", true) };

    /// <summary>The product itself.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="place">Where the product stands.</param>
    /// <param name="next">The activation that it feeds may choose the scale of its weights.</param>
    /// <param name="plan">Where its tensors go.</param>
    protected static PlannedDense Product(LayerAnalysis layer, LayerPlace place, LayerAnalysis? next, PlanBuilder plan)
    {
        int inputs = place.Input.Features, columns = place.Output.Features;
        // Values and gate are two layers side by side: the fan_out of each is its own.
        (Initialization weights, Initialization? bias) = Start(layer.Declaration, inputs, layer.Output.Features, next, plan);
        return new(
            place,
            plan.Tensor($"layer{place.Number}.weight", [inputs, columns], TensorKind.Weight, weights),
            bias is null ? null : plan.Tensor($"layer{place.Number}.bias", [columns], TensorKind.Bias, bias));
    }

    /// <summary>How weights and bias start; no bias where there is none.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">fan_in.</param>
    /// <param name="outputs">fan_out.</param>
    /// <param name="next">The layer behind it, or null.</param>
    /// <param name="plan">The plan before the layer.</param>
    public static (Initialization Weights, Initialization? Bias) Start(LayerDeclaration layer, int inputs, int outputs, LayerAnalysis? next, PlanBuilder plan)
    {
        bool isActivated = next is { Kind: LayerKind.Activation or LayerKind.RandomizedActivation, Formula: not null };
        var initializer = (Initializer)(int)layer.Number("Init", 0);
        return (
            Initialization.OfWeights(initializer, inputs, outputs, plan.MeanSquare, isActivated ? next : null).Times(layer.Number("InitScale", 1)),
            layer.Flag("Bias", true) ? Initialization.OfBias(initializer, inputs) : null);
    }

    /// <summary>How the weights of a layer with <c>Init</c> and <c>InitScale</c> start.</summary>
    public static WeightStart StartOf(LayerDeclaration layer)
    {
        var initializer = (Initializer)(int)layer.Number("Init", 0);
        double scale = layer.Number("InitScale", 1);
        double? constant = initializer switch
        {
            Initializer.Zeros => 0,
            Initializer.Ones => scale,
            _ => scale == 0 ? 0 : null,
        };
        return new(initializer != Initializer.Auto || scale != 1, constant);
    }
}

/// <summary>y = x·W + b.</summary>
internal sealed class DenseLayer : ProductLayer
{
    public override LayerFacts Facts(LayerAnalysis layer) => Facts(LayerMap.Weighted, layer);

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan) =>
        plan.Add(Product(layer, PlanBuilder.Place(layer, plan.NextNumber()), next, plan));
}

/// <summary>y = (x·W + b) ⊙ f(x·V + c): one product for values and gate.</summary>
internal sealed class GatedDenseLayer : ProductLayer
{
    protected override int ColumnsPerUnit => 2;

    public override void Check(ArgumentChecks arguments)
    {
        FormulaArguments.CheckPrecision(arguments);
        base.Check(arguments);
    }

    public override long? ParameterCount(LayerDeclaration layer, Shape input) => base.ParameterCount(layer, input) + FormulaArguments.Learned(layer);

    public override LayerFacts Facts(LayerAnalysis layer) => Facts(LayerMap.Product, layer);

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan)
    {
        Shape both = layer.Output.WithFeatures(2 * layer.Output.Features);
        LayerPlace place = PlanBuilder.Place(layer, plan.NextNumber());
        plan.Add(Product(layer, place with { Output = both }, next: null, plan) with { IsGated = true });
        plan.Add(GateLayer.Gate(layer, place with { Input = both, Part = "Gate" }, plan));
    }
}
