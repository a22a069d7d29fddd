using ActGen;

namespace Mistakes.ACT4001;

/// <summary>The loss applies softmax itself.</summary>
public static class Wrong
{
    /// <summary>The loss of a batch.</summary>
    public static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> probabilities)
    {
        Activations.Softmax(logits, probabilities);
        return Losses.CrossEntropy(probabilities, labels);
    }
}

/// <summary>Probabilities for people, logits for the loss.</summary>
public static class Right
{
    /// <summary>The loss of a batch.</summary>
    public static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> probabilities)
    {
        Activations.Softmax(logits, probabilities);
        return Losses.CrossEntropy(logits, labels);
    }
}
