// Title: Logarithm of softmax, element by element
// Source: "Softmax giving absolute 0 resulting in 'nan' loss value", github.com/allenai/allennlp/issues/2797
// About: Logits 100 apart: probability 0, loss NaN
// Expected: ACT4004
public static class LogOfSoftmaxElements
{
    public static float Loss(ReadOnlySpan<float> logits, int label)
    {
        float[] probabilities = new float[logits.Length];
        Activations.Softmax(logits, probabilities);
        return -Functions.Log(probabilities[label]);
    }
}
