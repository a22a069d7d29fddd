namespace ActGen.CompilerServices;

/// <summary>A layer whose values a training step records.</summary>
/// <param name="Layer">Its row among <see cref="NetworkDefinition.Layers"/>, from 0.</param>
/// <param name="Units">Features of one position of its output: the contiguous ones in memory.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RecordedLayer(int Layer, int Units)
{
    /// <summary>First element of its weights in the flat parameter buffer.</summary>
    public int Weights { get; init; }

    /// <summary>Number of its weights; 0 where it has none.</summary>
    public int WeightCount { get; init; }

    /// <summary>First element of as many weights of a second direction; null where there is none.</summary>
    public int? ReverseWeights { get; init; }

    /// <summary>Whether its formula's derivative is 0 on an interval, so that units can die.</summary>
    public bool CanDie { get; init; }

    /// <summary>Below this |f′| an output is saturated; 0 for a formula that is not flat towards both ends.</summary>
    public double Saturation { get; init; }
}
