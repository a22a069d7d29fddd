using ActGen.CompilerServices;

namespace ActGen.CompilerServices;

/// <summary>The one field of a generated network: its parameters, seed and workspaces.</summary>
/// <remarks>Predictions read the parameter buffer once, so that one that runs while the buffer is replaced sees the old
/// weights or the new ones, never a mixture.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class NetworkState
{
    private readonly WorkspaceList _workspaces = new();
    private volatile AlignedBuffer _parameters;

    private NetworkState(AlignedBuffer parameters, long seed)
    {
        _parameters = parameters;
        Seed = seed;
    }

    /// <summary>State of a new network, its parameters initialised from <paramref name="seed"/>.</summary>
    /// <typeparam name="TNet">The network class.</typeparam>
    /// <param name="seed">Same seed, same bits.</param>
    /// <exception cref="NotSupportedException">The generated code was written for another version of this library.</exception>
    public static NetworkState Create<TNet>(long seed)
        where TNet : INetworkCore<TNet>
    {
        NetworkPlan plan = NetworkPlan.Of<TNet>();
        var parameters = new AlignedBuffer(plan.ParameterCount);
        ParameterInitializer.Fill(plan.Definition.Parameters, seed, parameters.Span);
        return new NetworkState(parameters, seed);
    }

    /// <summary>State around parameters that come from elsewhere.</summary>
    internal static NetworkState Around(AlignedBuffer parameters) => new(parameters, seed: 0);

    /// <summary>Name, shape, offset of each tensor of a network type.</summary>
    /// <typeparam name="TNet">The network class.</typeparam>
    /// <exception cref="NotSupportedException">The generated code was written for another version of this library.</exception>
    public static IReadOnlyList<ParameterInfo> ParameterTable<TNet>()
        where TNet : INetworkCore<TNet> => NetworkPlan.Of<TNet>().Definition.Parameters;

    /// <summary>The flat parameter buffer that is current now. After weights were loaded the network has another buffer: ask again.</summary>
    public Span<float> Parameters => _parameters.Span;

    /// <summary>The seed that the network was made with.</summary>
    internal long Seed { get; }

    /// <summary>The buffer that is current now.</summary>
    internal AlignedBuffer Buffer => _parameters;

    /// <summary>Number of workspaces that inference made so far.</summary>
    internal int WorkspaceCount => _workspaces.Count;

    /// <summary>Replaces all parameters at one instant.</summary>
    internal void Replace(AlignedBuffer parameters) => _parameters = parameters;
}
