using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>Carries the signal forward while layers are planned, whose initial weights depend on it, and the gradient back at the end.</summary>
/// <param name="inputMeanSquare">Mean square of the network's inputs.</param>
internal sealed class Propagator(double inputMeanSquare)
{
    private readonly List<PlannedLayer> _layers = [];
    private readonly List<SignalTransfer> _transfers = [];

    /// <summary>The signal before the next layer.</summary>
    public Signal Current => _transfers.Count == 0 ? Input : _transfers[_transfers.Count - 1].Output;

    /// <summary>The mean square of the inputs is declared: it does not differ from network to network.</summary>
    private Signal Input { get; } = new(inputMeanSquare, 0, 0);

    /// <summary>The activation before the next layer, past what leaves values as they are.</summary>
    private SignalSource? Source
    {
        get
        {
            int last = _layers.Count - 1;
            while (last >= 0 && _layers[last] is PlannedReshape or PlannedTransposition or PlannedPermutation or PlannedBranch)
                last--;
            return last >= 0 && _layers[last] is PlannedActivation activation ? new(activation, last == 0 ? Input : _transfers[last - 1].Output) : null;
        }
    }

    public void Add(PlannedLayer layer)
    {
        _transfers.Add(layer is PlannedSum sum
            ? new(ResidualSignal.Sum(_transfers[sum.Branch].Output, Current), static gradient => gradient)
            : SignalTransfers.Of(layer, Current, Source));
        _layers.Add(layer);
    }

    public SignalPropagation Finish()
    {
        var layers = new LayerSignal[_layers.Count];
        var past = new GradientSignal?[_layers.Count];
        var gradient = GradientSignal.Of(new Signal(1, 0, 0));
        for (int i = layers.Length - 1; i >= 0; i--)
        {
            // A sum gives its gradient to both of its ways, which meet again at the branch.
            if (_layers[i] is PlannedSum sum)
                past[sum.Branch] = gradient;
            if (past[i] is { } other)
                gradient = ResidualSignal.Sum(gradient, other);
            layers[i] = new(_transfers[i].Output, gradient.Mean);
            gradient = _transfers[i].Backward(gradient);
        }
        return new(Input, gradient.Mean, [.. layers], BornDead.Probability(_layers, [Input, .. _transfers.Select(transfer => transfer.Output)]));
    }
}
