using ActGen;

namespace Mistakes.ACT4002;

/// <summary>The loss applies the sigmoid itself.</summary>
public static class Wrong
{
    /// <summary>The loss of a batch.</summary>
    public static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> probabilities)
    {
        Activations.Sigmoid(logits, probabilities);
        return Losses.BCEWithLogits(probabilities, targets);
    }
}

/// <summary>Probabilities for people, logits for the loss.</summary>
public static class Right
{
    /// <summary>The loss of a batch.</summary>
    public static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> probabilities)
    {
        Activations.Sigmoid(logits, probabilities);
        return Losses.BCEWithLogits(logits, targets);
    }
}
