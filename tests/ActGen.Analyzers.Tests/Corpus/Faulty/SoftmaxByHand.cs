// Title: exp over the sum of exp
// Source: "Fix softmax overflow", github.com/numenta/nupic-legacy/pull/3818; also deeplearning4j-examples issue 730
// About: Without subtracting the maximum it overflows at 89
// Expected: ACT4004
public static class SoftmaxByHand
{
    public static void Softmax(ReadOnlySpan<float> x, Span<float> y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += MathF.Exp(x[i]);
        for (int i = 0; i < x.Length; i++)
            y[i] = MathF.Exp(x[i]) / sum;
    }
}
