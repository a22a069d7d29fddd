using ActGen.CompilerServices;

namespace ActGen;

/// <summary>A network's layers as data. <see cref="ToString"/> prints them as Keras' <c>summary()</c> does.</summary>
public sealed class NetworkSummary
{
    internal NetworkSummary(NetworkDefinition definition)
    {
        Name = definition.Name;
        InputShape = definition.InputShape;
        OutputShape = definition.OutputShape;
        Layers = definition.Layers;
        Parameters = definition.Parameters;
        Loss = definition.Loss?.Name;
        InputSignal = definition.InputSignal;
        InputGradient = definition.InputGradient;
        BornDead = definition.BornDead;
    }

    /// <summary>Name of the class.</summary>
    public string Name { get; }

    /// <summary>Shape of one input row.</summary>
    public IReadOnlyList<int> InputShape { get; }

    /// <summary>Shape of one output row.</summary>
    public IReadOnlyList<int> OutputShape { get; }

    /// <summary>The layers, from input to output.</summary>
    public IReadOnlyList<LayerSummary> Layers { get; }

    /// <summary>The parameter tensors.</summary>
    public IReadOnlyList<ParameterInfo> Parameters { get; }

    /// <summary>The loss, or null for a network that only maps.</summary>
    public string? Loss { get; }

    /// <summary>Root mean square of the inputs that the predictions assume: the declared one, 1 by default.</summary>
    public PredictedRms? InputSignal { get; }

    /// <summary>Predicted root mean square of the loss's gradient by the inputs, relative to that at the output.</summary>
    public PredictedRms? InputGradient { get; }

    /// <summary>Estimated share of new networks that are born dead: no gradient passes, whatever the input. 0 where it is below 0.1 %, null where it cannot be estimated.</summary>
    public double? BornDead { get; }

    /// <summary>Trained parameters of all layers.</summary>
    public long ParameterCount => Layers.Sum(static layer => (long)layer.ParameterCount);

    /// <summary>Multiply-adds for one row, forward.</summary>
    public long MultiplyAdds => Layers.Sum(static layer => layer.MultiplyAdds);

    /// <summary>The table, columns aligned, the same text under every culture.</summary>
    public override string ToString() => SummaryText.Of(this);
}
