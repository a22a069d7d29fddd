// Title: Log-probabilities and NLL by hand
// Source: pytorch.org, torch.nn.NLLLoss
// About: The pair that belongs together
// Expected: none
public static class UsageLogSoftmax
{
    public static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels)
    {
        float[] logProbabilities = new float[logits.Length];
        Activations.LogSoftmax(logits, logProbabilities, logits.Length / labels.Length);
        return Losses.NLL(logProbabilities, labels);
    }
}
