using ActGen.CompilerServices;

namespace ActGen.CompilerServices;

/// <summary>The one field of a generated network: its parameters, seed and workspaces.</summary>
/// <remarks>Predictions read the parameter buffer once, so that one that runs while the buffer is replaced sees the old
/// weights or the new ones, never a mixture.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class NetworkState
{
    private readonly WorkspaceList _workspaces = new();
    private readonly NetworkCode _code;
    private volatile AlignedBuffer _parameters;

    private NetworkState(NetworkCode code, AlignedBuffer parameters, long seed, bool isFrozen = false)
    {
        _code = code;
        _parameters = parameters;
        Seed = seed;
        IsFrozen = isFrozen;
    }

    /// <summary>State of a new network, its parameters initialised from <paramref name="seed"/>.</summary>
    /// <param name="code">The network's code.</param>
    /// <param name="seed">Same seed, same bits.</param>
    public static NetworkState Create(NetworkCode code, long seed)
    {
        var parameters = new AlignedBuffer(code.Plan.StateCount);
        ParameterInitializer.Fill(code.ParameterTable, seed, parameters.Span);
        return new NetworkState(code, parameters, seed);
    }

    /// <summary>State around parameters that come from elsewhere.</summary>
    internal static NetworkState Around(NetworkCode code, AlignedBuffer parameters) => new(code, parameters, seed: 0);

    /// <summary>The trained part of the flat buffer that is current now. After weights were loaded the network has another buffer: ask again.</summary>
    public Span<float> Parameters => _parameters.Span[.._code.Plan.ParameterCount];

    /// <summary>The seed that the network was made with.</summary>
    internal long Seed { get; }

    /// <summary>Whether batch normalisations are folded into the weights; then the buffer is never replaced.</summary>
    internal bool IsFrozen { get; }

    /// <summary>The buffer that is current now: parameters, then running statistics.</summary>
    internal AlignedBuffer Buffer => _parameters;

    /// <summary>Number of workspaces that inference made so far.</summary>
    internal int WorkspaceCount => _workspaces.Count;

    /// <summary>Replaces all parameters at one instant.</summary>
    internal void Replace(AlignedBuffer parameters) => _parameters = parameters;

    /// <summary>State for inference alone, with a buffer of its own in which batch normalisations are folded.</summary>
    /// <exception cref="InvalidOperationException">A folded number is NaN or beyond float.</exception>
    internal NetworkState Freeze()
    {
        NetworkDefinition definition = _code.Plan.Definition;
        // What is folded already stays as it is.
        return new(_code, BatchNormFolding.Fold(IsFrozen ? definition with { Folded = [] } : definition, _parameters.Span), Seed, isFrozen: true);
    }

    /// <summary>Refuses what a frozen network cannot do.</summary>
    /// <param name="remedy">What to do instead.</param>
    /// <exception cref="InvalidOperationException">The network is frozen.</exception>
    internal void RequireUnfrozen(string remedy)
    {
        if (IsFrozen)
            throw new InvalidOperationException($"This {_code.Plan.Definition.Name} is frozen, a copy for inference with other weights than it was trained with. {remedy}");
    }
}
