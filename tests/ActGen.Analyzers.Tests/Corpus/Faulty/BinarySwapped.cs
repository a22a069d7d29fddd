// Title: Targets first
// Source: "Different Performance Using the Current Version of lstm.py with TensorFlow r1.0", github.com/guillaume-chevalier/LSTM-Human-Activity-Recognition/issues/8 ("Inverting those arguments seems to be a common mistake")
// About: A negative loss gave it away
// Expected: ACT4008
[Network(16)]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class BinarySwapped
{
    public static float Loss(BinarySwapped network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        float[] outputs = new float[targets.Length];
        network.Forward(inputs, outputs);
        return Losses.BCEWithLogits(targets, outputs);
    }
}
