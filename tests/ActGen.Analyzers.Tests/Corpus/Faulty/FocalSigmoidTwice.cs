// Title: Sigmoid by hand before BCE with logits
// Source: "F.binary_cross_entropy_with_logits already applies a sigmoid", github.com/itakurah/focal-loss-pytorch/pull/5
// About: The second sigmoid sees 0..1 and gives 0.5..0.73
// Expected: ACT4002
public static class FocalSigmoidTwice
{
    public static float Loss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        float[] probabilities = new float[inputs.Length];
        Activations.Sigmoid(inputs, probabilities);
        return Losses.BCEWithLogits(probabilities, targets);
    }
}
