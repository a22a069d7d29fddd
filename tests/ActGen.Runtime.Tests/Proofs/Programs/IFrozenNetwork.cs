using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>A frozen network, driven through what a user calls.</summary>
internal interface IFrozenNetwork
{
    /// <summary>What is folded.</summary>
    IReadOnlyList<FoldedNormalization> Folded { get; }

    /// <summary>Its whole buffer.</summary>
    float[] State { get; }

    /// <summary>The whole buffer of the network that it was made of.</summary>
    float[] Original { get; }

    /// <summary><c>Forward</c>.</summary>
    float[] Forward(float[] inputs);

    /// <summary><c>Forward</c> of a predictor.</summary>
    float[] Forward(float[] inputs, int threads);

    /// <summary><c>Freeze</c> once more.</summary>
    IFrozenNetwork Freeze();

    /// <summary>What 200 calls allocate on this thread.</summary>
    long Allocations(float[] inputs);

    /// <summary>What users may try with it in vain, by name.</summary>
    IReadOnlyDictionary<string, Action> Refused(Dataset data);

    /// <summary>The mean loss of <c>Evaluate</c>, and that of the network that it was made of.</summary>
    (double Frozen, double Original) Losses(Dataset data);
}
