// Title: Logarithm with an epsilon
// Source: keras-team/keras, backend: clip to epsilon before the logarithm
// About: Entropy of a policy, kept from log 0
// Expected: none
public static class UsageClampedLog
{
    public static float Entropy(ReadOnlySpan<float> logits)
    {
        float[] p = new float[logits.Length];
        Activations.Softmax(logits, p);
        float entropy = 0;
        foreach (float value in p)
            entropy -= value * Functions.Log(value + 1e-7f);
        return entropy;
    }
}
