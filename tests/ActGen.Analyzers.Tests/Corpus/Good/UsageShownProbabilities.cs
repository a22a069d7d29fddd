// Title: Probabilities for the reader, logits for the loss
// Source: pytorch.org, torch.nn.CrossEntropyLoss
// About: Softmax is computed beside the loss, not before it
// Expected: none
public static class UsageShownProbabilities
{
    public static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> probabilities)
    {
        Activations.Softmax(logits, probabilities, rowLength: logits.Length / labels.Length);
        return Losses.CrossEntropy(logits, labels);
    }
}
