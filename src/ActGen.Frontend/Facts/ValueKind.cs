namespace ActGen.Frontend.Facts;

/// <summary>What numbers between two layers mean: as much as can be known without running the network.</summary>
internal enum ValueKind
{
    /// <summary>Anything.</summary>
    Unknown,

    /// <summary>What an affine map gives: any real numbers, as losses on logits expect them.</summary>
    Logits,

    /// <summary>From 0 to 1 with sum 1 over the last axis.</summary>
    Probabilities,

    /// <summary>Logarithms of such.</summary>
    LogProbabilities,

    /// <summary>Each for itself from 0 to 1, rising with its input and flat at both ends: a probability, as sigmoid makes it.</summary>
    UnitInterval,

    /// <summary>Likewise from −1 to 1.</summary>
    SignedUnit,

    /// <summary>At least 0.</summary>
    NonNegative,
}

/// <summary>The meaning of the values at one place.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Source">Index of the layer that made them so, past those that keep meaning; −1 for the network's input.</param>
/// <param name="Classes">K of probabilities and their logarithms, where it is known; else 0.</param>
internal readonly record struct Values(ValueKind Kind, int Source, int Classes)
{
    /// <summary>Index of the last layer that took means or the largest over positions since they were made; null for none.</summary>
    public int? PooledAt { get; init; }

    /// <summary>The same where such means are what the author wants: values of which nothing else is known.</summary>
    public Values AsPooled() => PooledAt is { } pool ? new(ValueKind.Unknown, pool, 0) : this;

    /// <summary>What comes in; nobody says what it means.</summary>
    public static Values Input { get; } = new(ValueKind.Unknown, -1, 0);
}
