namespace ActGen;

/// <summary>One row of a network's summary.</summary>
/// <param name="Layer">The layer as declared, with the activation fused into it: <c>Dense 128 + ReLU</c>.</param>
/// <param name="OutputShape">Shape of one row of its output.</param>
/// <param name="ParameterCount">Trained parameters.</param>
/// <param name="MultiplyAdds">Multiply-adds for one row, forward.</param>
/// <param name="Keeps">What a training forward pass keeps for backward, in words.</param>
public sealed record LayerSummary(string Layer, IReadOnlyList<int> OutputShape, int ParameterCount, long MultiplyAdds, string Keeps)
{
    /// <summary>The layer's activation as a function; null without one, and in networks without <c>Telemetry = true</c>.</summary>
    public LayerActivation? Activation { get; init; }

    /// <summary>Predicted root mean square of its outputs in a new network, in training; null where it cannot be predicted.</summary>
    public PredictedRms? Signal { get; init; }

    /// <summary>Predicted root mean square of the loss's gradient by these outputs, relative to that at the network's output; null where it cannot be predicted.</summary>
    public PredictedRms? Gradient { get; init; }
}
