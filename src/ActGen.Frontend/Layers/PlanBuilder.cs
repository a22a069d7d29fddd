using System.Collections.Immutable;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Model;
using ActGen.Frontend.Propagation;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Layers;

/// <summary>A plan while its layers are added: numbers, places of tensors, and the signal on which initial weights depend.</summary>
/// <param name="inputMeanSquare">Mean square of the network's inputs.</param>
/// <param name="parameterCount">Trained parameters of all layers: behind them lie the statistics.</param>
internal sealed class PlanBuilder(double inputMeanSquare, int parameterCount)
{
    private readonly ImmutableArray<PlannedLayer>.Builder _layers = ImmutableArray.CreateBuilder<PlannedLayer>();
    private readonly ImmutableArray<ParameterTensor>.Builder _parameters = ImmutableArray.CreateBuilder<ParameterTensor>();
    private readonly ImmutableArray<ParameterTensor>.Builder _statistics = ImmutableArray.CreateBuilder<ParameterTensor>();
    private readonly Propagator _signal = new(inputMeanSquare);
    private readonly Stack<int> _branches = new();
    private bool _isFeaturesLast;
    private int _offset;
    private int _statisticOffset = parameterCount;
    private int _dropouts;
    private int _transpositions;
    private int _permutations;
    private int _residuals;

    /// <summary>The number of the last layer that has one of its own.</summary>
    public int Number { get; private set; }

    /// <summary>The last layer, or null.</summary>
    public PlannedLayer? Last => _layers.Count == 0 ? null : _layers[_layers.Count - 1];

    /// <summary>Predicted mean square of the values before the next layer; NaN or ∞ where there is none.</summary>
    public double MeanSquare => _signal.Current.MeanSquare;

    public EquatableArray<PlannedLayer> Layers => new(_layers.ToImmutable());

    /// <summary>The tensors in the order of the flat buffer: what is trained, then statistics.</summary>
    public EquatableArray<ParameterTensor> Parameters => [.. _parameters, .. _statistics];

    /// <summary>The number of a layer of its own.</summary>
    public int NextNumber() => ++Number;

    /// <summary>Dropouts are counted for themselves, so that adding one renames no weights.</summary>
    public int NextDropout() => ++_dropouts;

    public void Add(PlannedLayer layer)
    {
        _layers.Add(layer);
        _signal.Add(layer);
        // Behind what is no image any more there is one order only.
        _isFeaturesLast &= layer.Output.IsChannelsFirst;
    }

    /// <summary>Adds another shape for the same memory that is the other of two orders of it.</summary>
    /// <param name="view">The shape.</param>
    /// <param name="isFeaturesLast">Whether under it the features are last in memory; otherwise values lie as declared.</param>
    public void Add(PlannedReshape view, bool isFeaturesLast)
    {
        Add(view);
        _isFeaturesLast = isFeaturesLast;
    }

    /// <summary>Permutations that move values are counted for themselves.</summary>
    public int NextPermutation() => ++_permutations;

    /// <summary>Puts the values before a layer into the order in which it reads them.</summary>
    /// <param name="index">Its place in the stack; of the network's output, that of the last layer.</param>
    /// <param name="shape">The shape of these values.</param>
    /// <param name="reads">What it reads.</param>
    public void Arrange(int index, Shape shape, LayerReads reads)
    {
        bool toFeaturesLast = reads == LayerReads.Features && shape.IsChannelsFirst;
        if (reads == LayerReads.Any || toFeaturesLast == _isFeaturesLast)
            return;
        // One channel, or one position, is the same in both orders.
        Shape arranged = toFeaturesLast ? shape : Last!.Output;
        if (arranged.Features > 1 && arranged.Positions > 1)
            Add(new PlannedTransposition(new(index, ++_transpositions, "Transpose", arranged, arranged), toFeaturesLast));
        _isFeaturesLast = toFeaturesLast;
    }

    /// <summary>Begins a residual block.</summary>
    public void Branch(LayerAnalysis layer)
    {
        _branches.Push(_layers.Count);
        Add(new PlannedBranch(Place(layer, ++_residuals)));
    }

    /// <summary>Ends the residual block that began last.</summary>
    public void Sum(LayerAnalysis layer, string name)
    {
        int branch = _branches.Pop();
        Add(new PlannedSum(Place(layer, _layers[branch].Number) with { Name = name }, branch));
    }

    /// <summary>A trained tensor behind all others so far.</summary>
    public ParameterTensor Tensor(string name, EquatableArray<int> dimensions, TensorKind kind, Initialization initialization)
    {
        var tensor = new ParameterTensor(name, dimensions, _offset, kind, initialization.Distribution, initialization.Scale);
        _offset += tensor.Length;
        _parameters.Add(tensor);
        return tensor;
    }

    /// <summary>A running statistic, which lies behind all trained tensors.</summary>
    /// <param name="name">Its name in files.</param>
    /// <param name="length">Elements.</param>
    /// <param name="start">What it starts with.</param>
    public ParameterTensor Statistic(string name, int length, double start)
    {
        var tensor = new ParameterTensor(name, [length], _statisticOffset, TensorKind.Statistic, InitialDistribution.Constant, start);
        _statisticOffset += length;
        _statistics.Add(tensor);
        return tensor;
    }

    /// <summary>The prediction for all layers.</summary>
    public SignalPropagation Propagate() => _signal.Finish();

    public static LayerPlace Place(LayerAnalysis layer, int number) => new(layer.Index, number, layer.Declaration.Name, layer.Input, layer.Output);
}
