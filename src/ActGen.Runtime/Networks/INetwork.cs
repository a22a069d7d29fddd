using ActGen.CompilerServices;

namespace ActGen;

/// <summary>What every declared network is, whatever its input type. Implemented by generated code.</summary>
/// <typeparam name="TSelf">The network class.</typeparam>
public interface INetworkCore<TSelf>
    where TSelf : INetworkCore<TSelf>
{
    /// <summary>The network's parameters and workspaces.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    NetworkState State { get; }

    /// <summary>The generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract NetworkCode Code { get; }

    /// <summary>A network around existing state: how files and best weights become networks.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf Create(NetworkState state);
}

/// <summary>A network whose input is real numbers.</summary>
/// <typeparam name="TSelf">The network class.</typeparam>
public interface INetwork<TSelf> : INetworkCore<TSelf>
    where TSelf : INetwork<TSelf>
{
    /// <summary>Raw outputs (logits) of a batch of rows. Thread-safe; no allocation after the first calls.</summary>
    /// <param name="inputs">Rows × input size, row by row.</param>
    /// <param name="outputs">Rows × output size; may not overlap the inputs.</param>
    /// <exception cref="ArgumentException">A length is not a whole number of rows, or the two do not have as many rows.</exception>
    void Forward(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Predictions of a batch of rows: probabilities where the loss is about classes, values otherwise. Thread-safe; no allocation after the first calls.</summary>
    /// <param name="inputs">Rows × input size, row by row.</param>
    /// <param name="predictions">Rows × output size; may not overlap the inputs.</param>
    /// <exception cref="ArgumentException">A length is not a whole number of rows, or the two do not have as many rows.</exception>
    void Predict(ReadOnlySpan<float> inputs, Span<float> predictions);
}
