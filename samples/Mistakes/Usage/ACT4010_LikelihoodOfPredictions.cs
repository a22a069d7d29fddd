using ActGen;

namespace Mistakes.ACT4010;

/// <summary>The loss takes logarithms, and gets the probabilities themselves.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Wrong
{
    /// <summary>The loss of some flowers.</summary>
    public float Loss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels) => Losses.NLL(Predict(inputs), labels);
}

/// <summary>The same loss of what the network gives.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Right
{
    /// <summary>The loss of some flowers.</summary>
    public float Loss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
    {
        var logits = new float[labels.Length * OutputSize];
        Forward(inputs, logits);
        return Losses.CrossEntropy(logits, labels);
    }
}
