using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Facts;

/// <summary>What a layer does, in the terms in which rules judge: rules never ask for kinds or names. The facts of all kinds are
/// in <c>LayerTypes</c>.</summary>
/// <param name="Map">How outputs depend on inputs.</param>
internal sealed record LayerFacts(LayerMap Map)
{
    /// <summary>Of a layer of which nothing is known.</summary>
    public static LayerFacts Unknown { get; } = new(LayerMap.Unknown);

    /// <summary>Whether the first and only thing that reads its input is a product with a trained matrix, which could take in an affine
    /// layer before it; attention, which multiplies its input by itself, has no such product.</summary>
    public bool HasWeights => Start is not null;

    /// <summary>How the weights of that matrix start; null where there is none.</summary>
    public WeightStart? Start { get; init; }

    /// <summary>Inputs of each unit of that matrix, fan_in; 0 where there is none or they are not known.</summary>
    public long FanIn { get; init; }

    /// <summary>Whether that matrix is small and the same at each position: two such products one behind the other are fewer weights than one, and meant so.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether it adds a trained bias.</summary>
    public bool HasBias { get; init; }

    /// <summary>Whether values keep their meaning: what a loss or a rule sees behind it is what stood before it.</summary>
    public bool KeepsMeaning => Map == LayerMap.Identity;

    /// <summary>Whether affine maps before and behind it are one affine map together.</summary>
    public bool IsAffine => Map is LayerMap.Identity or LayerMap.Affine or LayerMap.Weighted;

    /// <summary>What it makes of any values; unknown where they keep their meaning or become anything.</summary>
    public ValueKind Makes { get; init; }

    /// <summary>Over what it normalises.</summary>
    public NormalizedOver Normalizes { get; init; }

    /// <summary>Share of its input that it drops while training; null where it never drops anything.</summary>
    public double? DropRate { get; init; }

    /// <summary>The element-wise formula that it applies; null for other layers, and where the formula is unknown or a parameter is
    /// learned or random.</summary>
    public ElementFunction? Function { get; init; }

    /// <summary>The facts of its formula.</summary>
    public FormulaFacts? Formula { get; init; }

    /// <summary>Between which values its outputs lie; null where that depends on its inputs or is unknown.</summary>
    public ValueRange? Range => Formula?.Range ?? Makes switch
    {
        ValueKind.Probabilities => new ValueRange(0, true, 1, true),
        ValueKind.LogProbabilities => new ValueRange(double.NegativeInfinity, false, 0, true),
        ValueKind.SignedUnit => new ValueRange(-1, false, 1, false),
        ValueKind.NonNegative => new ValueRange(0, true, double.PositiveInfinity, false),
        _ => null,
    };

    /// <summary>Whether it feeds a state back from step to step through a function that does not bound it.</summary>
    public bool HasUnboundedRecurrence { get; init; }

    /// <summary>Whether only the next layer reads its output; a residual branch would be another reader.</summary>
    public bool HasOneReader { get; init; } = true;

    /// <summary>Whether it returns its input unchanged, in the same shape: a window of one cell.</summary>
    public bool DoesNothing { get; init; }

    /// <summary>Whether each output is the mean or the largest of one feature at several positions: it lies between values that came in.</summary>
    public bool PoolsPositions { get; init; }

    /// <summary>Whether its outputs are sparse: exactly 0 in places, where no gradient passes.</summary>
    public bool IsSparse { get; init; }

    /// <summary>Whether of logarithms of probabilities it gives those probabilities, or logarithms, again: exp of them sums to 1 already.</summary>
    public bool KeepsLogProbabilities { get; init; }

    /// <summary>From the meaning of its input to that of its output.</summary>
    /// <param name="input">What comes in.</param>
    /// <param name="index">Its place.</param>
    /// <param name="width">Its outputs on the last axis; 0 where unknown.</param>
    public Values Transfer(Values input, int index, int width) => Map switch
    {
        LayerMap.Identity => input,
        _ when PoolsPositions && input.Kind is ValueKind.Probabilities or ValueKind.UnitInterval => input with { PooledAt = index },
        LayerMap.Weighted => new(ValueKind.Logits, index, 0),
        // Any real numbers stay any real numbers; a probability is none any more.
        LayerMap.Affine => new(input.Kind == ValueKind.Logits ? ValueKind.Logits : ValueKind.Unknown, index, 0),
        _ => new(Makes, index, Makes is ValueKind.Probabilities or ValueKind.LogProbabilities ? width : 0),
    };
}
