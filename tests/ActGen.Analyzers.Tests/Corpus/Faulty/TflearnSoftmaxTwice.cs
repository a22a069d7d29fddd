// Title: Softmax by hand before cross-entropy
// Source: "Double application of softmax", github.com/tflearn/tflearn/pull/562
// About: Softmax of the last layer, then a loss that applies it
// Expected: ACT4001
public static class TflearnSoftmaxTwice
{
    public static float Loss(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels)
    {
        float[] net = new float[scores.Length];
        Activations.Softmax(scores, net, rowLength: 10);
        return Losses.CrossEntropy(net, labels);
    }
}
