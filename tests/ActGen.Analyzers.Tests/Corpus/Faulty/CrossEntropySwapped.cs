// Title: Logits and labels in the wrong order
// Source: "manual_cross_entropy logits labels incorrect order", github.com/isaaccorley/detcon-pytorch/pull/2
// About: Soft targets where logits belong
// Expected: ACT4008
[Network(16)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class CrossEntropySwapped
{
    public static float Loss(CrossEntropySwapped network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        float[] logits = new float[inputs.Length / InputSize * OutputSize];
        network.Forward(inputs, logits);
        return Losses.CrossEntropy(targets, logits, classes: OutputSize);
    }
}
