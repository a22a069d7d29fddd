using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>A state that goes from step to step of a sequence (time, features).</summary>
internal sealed class RecurrentLayer : LayerType
{
    /// <summary>Members of <c>RecurrentActivation</c>.</summary>
    private const int Activations = 2, ReLU = 1;

    public override LayerReads Reads(LayerDeclaration layer) => LayerReads.Declared;

    public override void Check(ArgumentChecks arguments)
    {
        arguments.Require("units", 0, static units => units is >= 1 and <= int.MaxValue, "a recurrent layer has at least one unit");
        arguments.Require("Activation", 0, static activation => activation is >= 0 and < Activations, "it is no member of RecurrentActivation");
        ProductLayer.CheckStart(arguments);
    }

    /// <summary>Channels are told, not taken for time.</summary>
    public override Shape Understand(LayerDeclaration layer, Shape input) => input;

    public override (Shape Output, string? Misfit) Infer(LayerDeclaration layer, Shape input, string origin)
    {
        if (SequenceInput.Fault(input, origin) is { } fault)
            return Misfit(fault);
        if (Width(layer) is not { } width)
            return (Shape.Unknown, null);
        return width > int.MaxValue
            ? Misfit($"would give {Words.Of(width)} features, {Words.Of(layer.Units)} in each direction, and {Words.Of(int.MaxValue)} is the most")
            : (layer.Flag("ReturnSequences", false) ? input.WithFeatures((int)width) with { IsSequence = true } : Shape.Of((int)width), null);
    }

    public override long? ParameterCount(LayerDeclaration layer, Shape input)
    {
        if (layer.Units is not { } units || !input.IsKnown || layer.Cell is not { } cell)
            return null;
        // Fewer than 2^63, also where that is more than there can be.
        decimal count = Directions(layer) * units * ((cell.Gates * ((decimal)input.Features + units)) + cell.BiasParts);
        return (long)Math.Min(count, long.MaxValue / 2);
    }

    /// <summary>Its weights are small and the same at each step, as those of a convolution are at each position; those of the state make units differ whose other weights are alike, unless all of these are 0.</summary>
    public override LayerFacts Facts(LayerAnalysis layer)
    {
        WeightStart start = ProductLayer.StartOf(layer.Declaration);
        return new(LayerMap.Nonlinear)
        {
            Start = start with { Constant = start.Constant == 0 ? 0 : null },
            FanIn = layer.Input.IsKnown ? layer.Input.Features : 0,
            HasBias = true,
            IsShared = true,
            Makes = IsRectified(layer.Declaration) ? ValueKind.NonNegative : ValueKind.SignedUnit,
            HasUnboundedRecurrence = IsRectified(layer.Declaration),
        };
    }

    public override void Plan(LayerAnalysis layer, LayerAnalysis? next, PlanBuilder plan)
    {
        LayerDeclaration declaration = layer.Declaration;
        LayerPlace place = PlanBuilder.Place(layer, plan.NextNumber());
        RecurrentCell cell = declaration.Cell!;
        int units = declaration.Units!.Value, inputs = layer.Input.Features;
        var initializer = (Initializer)(int)declaration.Number("Init", 0);
        Initialization ofInput = Initialization.OfWeights(initializer, initializer == Initializer.PyTorch ? units : inputs, units, plan.MeanSquare, activation: null).Times(declaration.Number("InitScale", 1));
        Initialization ofState = initializer == Initializer.PyTorch ? Initialization.OfBias(initializer, units) : new(InitialDistribution.Orthogonal, 1);
        Initialization ofBias = initializer != Initializer.PyTorch && cell.ForgetBias != 0 ? new(InitialDistribution.ForgetGate, cell.ForgetBias) : Initialization.OfBias(initializer, units);
        plan.Add(new PlannedRecurrent(
            place, cell,
            [.. Enumerable.Range(0, Directions(declaration)).Select(i => Direction(isReverse: i > 0))],
            declaration.Flag("ReturnSequences", false),
            IsRectified(declaration)));

        // PyTorch's names, without the number of a layer in a stack and with one bias in the place of two.
        RecurrentDirection Direction(bool isReverse)
        {
            string mark = isReverse ? "_reverse" : "";
            return new(
                isReverse,
                plan.Tensor($"layer{place.Number}.weight_ih{mark}", [inputs, cell.Gates * units], TensorKind.Weight, ofInput),
                plan.Tensor($"layer{place.Number}.weight_hh{mark}", [units, cell.Gates * units], TensorKind.Weight, ofState),
                plan.Tensor($"layer{place.Number}.bias{mark}", [cell.BiasParts * units], TensorKind.Bias, ofBias));
        }
    }

    private static bool IsRectified(LayerDeclaration layer) => layer.Number("Activation", 0) == ReLU;

    private static int Directions(LayerDeclaration layer) => layer.Flag("Bidirectional", false) ? 2 : 1;

    /// <summary>Features of the output; null where units are senseless.</summary>
    private static long? Width(LayerDeclaration layer) => layer.Units is { } units ? (long)Directions(layer) * units : null;
}
