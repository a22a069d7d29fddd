// Title: Softmax returned by the model
// Source: "Doing softmax twice", github.com/jaehong31/CGES/issues/1
// About: mnist_conv returns softmax(output), main applies softmax cross-entropy
// Expected: ACT4001
public static class SoftmaxInTheModelMethod
{
    public static float Loss(ReadOnlySpan<float> output, ReadOnlySpan<int> labels, Span<float> gradient)
    {
        float[] y = Model(output);
        return Losses.CrossEntropy(y, labels, gradient);
    }

    private static float[] Model(ReadOnlySpan<float> output)
    {
        float[] y = new float[output.Length];
        Activations.Softmax(output, y, rowLength: 10);
        return y;
    }
}
