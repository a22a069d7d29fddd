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
                planner._layers.Add(planner.Layer(layers[i], i + 1 < layers.Count ? layers[i + 1] : null));
        }
        LayerAnalysis? loss = layers.Items.FirstOrDefault(layer => layer.Declaration.IsLoss);
        return new(
            declaration.Type, declaration.Target.HasSummary,
            input, layers.Items.Last(layer => !layer.Declaration.IsLoss).Output,
            new(planner._layers.ToImmutable()), new(planner._parameters.ToImmutable()), loss is null ? null : Loss(loss.Declaration), planner._signal.Finish());
    }

    private PlannedLayer Layer(LayerAnalysis layer, LayerAnalysis? next)
    {
        PlannedLayer planned = layer.Kind switch
        {
            LayerKind.Dense => Dense(layer, next),
            LayerKind.Activation => Activation(layer),
            LayerKind.Dropout => new PlannedDropout(Place(layer, ++_dropouts), layer.Declaration.Number("rate", 0)),
            _ => new PlannedSoftmax(Place(layer, ++_number), layer.Kind == LayerKind.LogSoftmax),
        };
        _signal.Add(planned);
        return planned;
    }

    private PlannedDense Dense(LayerAnalysis layer, LayerAnalysis? next)
    {
        string name = $"layer{++_number}";
        int inputs = layer.Input.Last, units = layer.Output.Last;
        var initializer = (Initializer)(int)layer.Declaration.Number("Init", 0);
        Initialization weights = Initialization.OfWeights(initializer, inputs, units, _signal.Current.MeanSquare, next is { Formula: not null } ? next : null);
        Initialization bias = Initialization.OfBias(initializer, inputs);
        return new(
            Place(layer, _number),
            Tensor($"{name}.weight", [inputs, units], TensorKind.Weight, weights),
            layer.Declaration.Flag("Bias", true) ? Tensor($"{name}.bias", [units], TensorKind.Bias, bias) : null);
    }

    private PlannedActivation Activation(LayerAnalysis layer)
    {
        // Directly behind a dense layer an activation is part of it, and so is its name.
        bool isPartOfDense = _layers.Count > 0 && _layers[_layers.Count - 1] is PlannedDense;
        int number = isPartOfDense ? _number : ++_number;
        Formula formula = layer.Formula!;
        EquatableArray<ActivationParameter> parameters = formula.Parameters
            .Select((parameter, i) => new ActivationParameter(layer.FormulaParameters[i], parameter.IsLearnable
                ? Tensor($"layer{number}.activation.{parameter.Name}", [1], TensorKind.Activation, new(InitialDistribution.Constant, layer.FormulaParameters[i]))
                : null))
            .ToEquatableArray();
        return new(Place(layer, number), formula, parameters);
    }

    private ParameterTensor Tensor(string name, EquatableArray<int> dimensions, TensorKind kind, Initialization initialization)
    {
        var tensor = new ParameterTensor(name, dimensions, _offset, kind, initialization.Distribution, initialization.Scale);
        _offset += tensor.Length;
        _parameters.Add(tensor);
        return tensor;
    }

    private static LayerPlace Place(LayerAnalysis layer, int number) => new(layer.Index, number, layer.Input, layer.Output);

    private static PlannedLoss Loss(LayerDeclaration loss) => new(
        loss.Kind,
        loss.Name,
        loss.Number("LabelSmoothing", 0),
        loss.Numbers("ClassWeights"),
        (int)loss.Number("IgnoreIndex", -100),
        loss.Number("PositiveWeight", 1),
        loss.Number("delta", 1));
}
