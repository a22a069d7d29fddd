using ActGen;

namespace Mistakes.ACT4008;

/// <summary>What the network says is taken for the truth.</summary>
[Network(16)]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class Wrong
{
    /// <summary>The loss of messages.</summary>
    public float Loss(ReadOnlySpan<float> messages, ReadOnlySpan<float> isSpam)
    {
        float[] outputs = new float[isSpam.Length];
        Forward(messages, outputs);
        return Losses.BCEWithLogits(isSpam, outputs);
    }
}

/// <summary>Outputs first, targets second.</summary>
[Network(16)]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class Right
{
    /// <summary>The loss of messages.</summary>
    public float Loss(ReadOnlySpan<float> messages, ReadOnlySpan<float> isSpam)
    {
        float[] outputs = new float[isSpam.Length];
        Forward(messages, outputs);
        return Losses.BCEWithLogits(outputs, isSpam);
    }
}
