using ActGen;

namespace Mistakes.ACT4003;

/// <summary><c>Predict</c> gives probabilities: softmax of them makes every answer doubtful.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Wrong
{
    /// <summary>How sure the network is of each kind.</summary>
    public float[] Confidences(ReadOnlySpan<float> flower)
    {
        float[] predictions = Predict(flower);
        Activations.Softmax(predictions, predictions, OutputSize);
        return predictions;
    }
}

/// <summary>They are what was asked for.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Right
{
    /// <summary>How sure the network is of each kind.</summary>
    public float[] Confidences(ReadOnlySpan<float> flower) => Predict(flower);
}
