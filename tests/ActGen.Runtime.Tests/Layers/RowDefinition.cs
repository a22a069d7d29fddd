namespace ActGen.Runtime.Tests.Layers;

/// <summary>Reductions along a row by their canonical order, in plain loops: 32 lanes, fold 16, 8, 4, 2, 1, blocks of 4,096 ascending.</summary>
internal static class RowDefinition
{
    public static float Sum(float[] x) => Blocks(x.Length, (lanes, i) => lanes[i % 32] += x[i]);

    public static float Dot(float[] x, float[] y) => Blocks(x.Length, (lanes, i) => lanes[i % 32] = MathF.FusedMultiplyAdd(x[i], y[i], lanes[i % 32]));

    public static float[] Softmax(float[] x)
    {
        float max = x.Aggregate(MathF.Max);
        float[] e = [.. x.Select(v => Functions.Exp(v - max))];
        float sum = Sum(e);
        return [.. e.Select(v => v / sum)];
    }

    public static float[] LogSoftmax(float[] x)
    {
        float max = x.Aggregate(MathF.Max);
        float log = Functions.Log(Sum([.. x.Select(v => Functions.Exp(v - max))]));
        return [.. x.Select(v => v - max - log)];
    }

    /// <summary>dx = y(g − ⟨g, y⟩), g relative to the element whose probability is above ½ where there is one.</summary>
    public static float[] SoftmaxGradient(float[] y, float[] g)
    {
        if (Array.FindIndex(y, static value => value > 0.5f) is >= 0 and int largest)
            g = [.. g.Select(gradient => gradient - g[largest])];
        float dot = Dot(g, y);
        return [.. g.Zip(y, (gradient, value) => value * (gradient - dot))];
    }

    /// <summary>dx = g − e^y·Σg.</summary>
    public static float[] LogSoftmaxGradient(float[] y, float[] g)
    {
        float sum = Sum(g);
        return [.. g.Zip(y, (gradient, value) => MathF.FusedMultiplyAdd(-Functions.Exp(value), sum, gradient))];
    }

    private static float Blocks(int length, Action<float[], int> add)
    {
        float? total = null;
        for (int start = 0; start < length; start += 4096)
        {
            float[] lanes = new float[32];
            for (int i = start; i < Math.Min(length, start + 4096); i++)
                add(lanes, i);
            for (int stride = 16; stride > 0; stride /= 2)
            {
                for (int j = 0; j < stride; j++)
                    lanes[j] += lanes[j + stride];
            }

            total = total is { } sum ? sum + lanes[0] : lanes[0];
        }

        return total ?? 0f;
    }
}
