using ActGen.CompilerServices;

namespace ActGen.CompilerServices;

/// <summary>The one field of a generated network: its parameters, seed and workspaces.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class NetworkState
{
    // Contract that generated code calls; bodies land with the training runtime.

    /// <summary>State of a new network, its parameters initialised from <paramref name="seed"/>.</summary>
    /// <typeparam name="TNet">The network class.</typeparam>
    /// <param name="seed">Same seed, same bits.</param>
    public static NetworkState Create<TNet>(long seed)
        where TNet : INetworkCore<TNet> => throw new NotImplementedException();

    /// <summary>The flat parameter buffer that is current now.</summary>
    public Span<float> Parameters => throw new NotImplementedException();

    /// <summary>Raw outputs; see <see cref="INetwork{TSelf}.Forward"/>.</summary>
    public void Forward<TNet>(ReadOnlySpan<float> inputs, Span<float> outputs)
        where TNet : INetworkCore<TNet> => throw new NotImplementedException();

    /// <summary>Predictions; see <see cref="INetwork{TSelf}.Predict"/>.</summary>
    public void Predict<TNet>(ReadOnlySpan<float> inputs, Span<float> predictions)
        where TNet : INetworkCore<TNet> => throw new NotImplementedException();

    /// <summary>Predictions in a new array.</summary>
    public float[] Predict<TNet>(ReadOnlySpan<float> inputs)
        where TNet : INetworkCore<TNet> => throw new NotImplementedException();

    /// <summary>The class of one row.</summary>
    public int Classify<TNet>(ReadOnlySpan<float> input)
        where TNet : INetworkCore<TNet> => throw new NotImplementedException();

    /// <summary>The classes of a batch of rows.</summary>
    public void Classify<TNet>(ReadOnlySpan<float> inputs, Span<int> labels)
        where TNet : INetworkCore<TNet> => throw new NotImplementedException();
}
