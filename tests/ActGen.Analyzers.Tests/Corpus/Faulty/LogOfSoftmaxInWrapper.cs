// Title: Logarithm of softmax
// Source: "torch.log(y_pred) in NeuralNetClassifier.get_loss may cause NaN", github.com/skorch-dev/skorch/issues/481
// About: Extreme values after softmax give minus infinity
// Expected: ACT4004
public static class LogOfSoftmaxInWrapper
{
    public static float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels)
    {
        float[] p = new float[logits.Length];
        Activations.Softmax(logits, p, rowLength: 10);
        Functions.ApplyLog(p, p);
        return Losses.NLL(p, labels);
    }
}
