using System.Collections.Immutable;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Propagation;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Model;

/// <summary>Turns a checked declaration into a plan: layers with numbers, tensors with places and initial values.</summary>
internal sealed class Planner
{
    private readonly ImmutableArray<PlannedLayer>.Builder _layers = ImmutableArray.CreateBuilder<PlannedLayer>();
    private readonly ImmutableArray<ParameterTensor>.Builder _parameters = ImmutableArray.CreateBuilder<ParameterTensor>();
    private readonly Propagator _signal;
    private int _offset;
    private int _number;
    private int _dropouts;

    private Planner(double inputMeanSquare) => _signal = new Propagator(inputMeanSquare);

    /// <summary>The plan of a declaration without problems.</summary>
    public static NetworkPlan Plan(NetworkDeclaration declaration, Shape input, EquatableArray<LayerAnalysis> layers)
    {
        var planner = new Planner(declaration.InputMeanSquare);
        for (int i = 0; i < layers.Count; i++)
        {
            if (!layers[i].Declaration.IsLoss)
                planner.Add(layers[i], i + 1 < layers.Count ? layers[i + 1] : null);
        }
        LayerAnalysis? loss = layers.Items.FirstOrDefault(layer => layer.Declaration.IsLoss);
        return new(
            declaration.Type, declaration.Target.HasSummary,
            input, layers.Items.Last(layer => !layer.Declaration.IsLoss).Output,
            new(planner._layers.ToImmutable()), new(planner._parameters.ToImmutable()), loss is null ? null : PlannedLoss.Of(loss.Declaration), planner._signal.Finish());
    }

    private void Add(LayerAnalysis layer, LayerAnalysis? next)
    {
        switch (layer.Kind)
        {
            case LayerKind.Dense:
                Add(Dense(layer, Place(layer, ++_number), next));
                break;
            case LayerKind.GatedDense:
                // One product for values and gate; the gate is part of the layer.
                Shape both = layer.Output.WithLast(2 * layer.Output.Last);
                Add(Dense(layer, Place(layer, ++_number) with { Output = both }, next: null));
                Add(Gate(layer, Place(layer, _number) with { Input = both, Part = "Gate" }));
                break;
            case LayerKind.Gate:
                Add(Gate(layer, Place(layer, ++_number)));
                break;
            case LayerKind.Activation or LayerKind.RandomizedActivation:
                Add(Activation(layer));
                break;
            case LayerKind.Dropout:
                Add(new PlannedDropout(Place(layer, ++_dropouts), layer.Declaration.Number("rate", 0)));
                break;
            case LayerKind.Flatten or LayerKind.Reshape:
                Add(new PlannedReshape(Place(layer, _number)));
                break;
            default:
                Add(new PlannedRowOperator(Place(layer, ++_number), layer.Declaration.Operator!));
                break;
        }
    }

    private void Add(PlannedLayer layer)
    {
        _layers.Add(layer);
        _signal.Add(layer);
    }

    private PlannedDense Dense(LayerAnalysis layer, LayerPlace place, LayerAnalysis? next)
    {
        int inputs = place.Input.Last, columns = place.Output.Last;
        bool isActivated = next is { Kind: LayerKind.Activation or LayerKind.RandomizedActivation, Formula: not null };
        var initializer = (Initializer)(int)layer.Declaration.Number("Init", 0);
        // Values and gate are two layers side by side: the fan_out of each is its own.
        Initialization weights = Initialization.OfWeights(initializer, inputs, layer.Output.Last, _signal.Current.MeanSquare, isActivated ? next : null).Times(layer.Declaration.Number("InitScale", 1));
        Initialization bias = Initialization.OfBias(initializer, inputs);
        return new(
            place,
            Tensor($"layer{place.Number}.weight", [inputs, columns], TensorKind.Weight, weights),
            layer.Declaration.Flag("Bias", true) ? Tensor($"layer{place.Number}.bias", [columns], TensorKind.Bias, bias) : null)
        {
            IsGated = layer.Kind == LayerKind.GatedDense,
        };
    }

    private PlannedGate Gate(LayerAnalysis layer, LayerPlace place) =>
        new(place, new(place with { Input = place.Output }, layer.Formula!, Parameters(layer, place.Number, size: 1)) { IsFast = IsFast(layer) });

    private PlannedActivation Activation(LayerAnalysis layer)
    {
        // Directly behind a dense layer an activation is part of it, and so is its name.
        bool isPartOfDense = _layers.Count > 0 && _layers[_layers.Count - 1] is PlannedDense;
        LayerPlace place = Place(layer, isPartOfDense ? _number : ++_number);
        int size = layer.Declaration.Flag("PerChannel", false) ? layer.Input.Last : 1;
        PlannedActivation activation = new(place, layer.Formula!, Parameters(layer, place.Number, size))
        {
            IsFast = IsFast(layer),
            Range = layer.Kind == LayerKind.RandomizedActivation ? new(layer.Declaration.Number("lower", 0), layer.Declaration.Number("upper", 0)) : null,
        };
        return isPartOfDense && !activation.IsUniform ? activation with { Place = place with { Part = "Activation" } } : activation;
    }

    private static bool IsFast(LayerAnalysis layer) => layer.Declaration.Flag("Precision", false) && FormulaAnalysis.Of(layer.Formula!).HasFastForm;

    /// <summary>The parameters of a layer's formula; those that are learned have a tensor.</summary>
    private EquatableArray<ActivationParameter> Parameters(LayerAnalysis layer, int number, int size) => layer.Formula!.Parameters
        .Select((parameter, i) => new ActivationParameter(layer.FormulaParameters[i], parameter.IsLearnable
            ? Tensor($"layer{number}.activation.{parameter.Name}", [size], TensorKind.Activation, new(InitialDistribution.Constant, layer.FormulaParameters[i]))
            : null))
        .ToEquatableArray();

    private ParameterTensor Tensor(string name, EquatableArray<int> dimensions, TensorKind kind, Initialization initialization)
    {
        var tensor = new ParameterTensor(name, dimensions, _offset, kind, initialization.Distribution, initialization.Scale);
        _offset += tensor.Length;
        _parameters.Add(tensor);
        return tensor;
    }

    private static LayerPlace Place(LayerAnalysis layer, int number) => new(layer.Index, number, layer.Declaration.Name, layer.Input, layer.Output);
}
