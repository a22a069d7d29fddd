namespace ActGen.Runtime.Tests.Layers;

/// <summary>Functions of a row by their definitions in float, in plain loops and the canonical order of sums.</summary>
internal static class RowOperatorDefinition
{
    public static float[] Softmin(float[] x) => RowDefinition.Softmax([.. x.Select(v => -v)]);

    public static float[] SoftminGradient(float[] y, float[] g) => RowDefinition.SoftmaxGradient(y, [.. g.Select(v => -v)]);

    /// <summary>z = x − max; τ from −1: τ ← (Σ over z > τ of z − 1)/count, until the count stays.</summary>
    public static float[] Sparsemax(float[] x)
    {
        float max = x.Aggregate(MathF.Max), threshold = -1;
        float[] z = [.. x.Select(v => v - max)];
        for (float before = float.PositiveInfinity; ;)
        {
            float count = z.Count(v => v > threshold);
            if (!(count < before))
                return [.. z.Select(v => MathF.Max(v - threshold, 0))];
            float bound = threshold;
            threshold = (RowDefinition.Sum([.. z.Select(v => v > bound ? v : 0)]) - 1) / count;
            before = count;
        }
    }

    public static float[] SparsemaxGradient(float[] y, float[] g)
    {
        float mean = RowDefinition.Sum([.. g.Zip(y, (v, p) => p > 0 ? v : 0)]) / y.Count(p => p > 0);
        return [.. g.Zip(y, (v, p) => p > 0 ? v - mean : 0)];
    }

    public static float[] CReLU(float[] x) => [.. x.Select(v => MathF.Max(v, 0)), .. x.Select(v => MathF.Max(-v, 0))];

    public static float[] CReLUGradient(float[] y, float[] g)
    {
        int width = y.Length / 2;
        return [.. Enumerable.Range(0, width).Select(i => y[i] > 0 ? g[i] : y[width + i] > 0 ? -g[width + i] : 0)];
    }

    public static float[] Maxout(float[] x, int pieces) =>
        [.. Enumerable.Range(0, x.Length / pieces).Select(j => Column(x, pieces, j).Aggregate(MathF.Max))];

    /// <summary>1 at the first of the largest.</summary>
    public static float[] MaxoutDerivative(float[] x, int pieces)
    {
        int width = x.Length / pieces;
        return [.. x.Select((_, i) => Array.IndexOf(Column(x, pieces, i % width), Column(x, pieces, i % width).Max()) == i / width ? 1f : 0f)];
    }

    public static float[] Gate(float[] x) => [.. Values(x).Zip(Gates(x), (a, b) => a * Activation(b))];

    /// <summary>[f(b), a·f′(b)].</summary>
    public static float[] GateDerivatives(float[] x) => [.. Gates(x).Select(Activation), .. Values(x).Zip(Gates(x), (a, b) => a * Slope(b))];

    public static float[] GateGradient(float[] derivatives, float[] g) => [.. derivatives.Select((d, i) => g[i % g.Length] * d)];

    /// <summary>With learned parameters: g·f(b) and (g·a)·f′(b).</summary>
    public static float[] LearnedGateGradient(float[] x, float[] g) =>
        [.. g.Zip(Gates(x), (v, b) => v * Activation(b)), .. g.Select((v, i) => v * x[i] * Slope(Gates(x)[i]))];

    /// <summary>A row's shares of the gradients of the two parameters of the quadratic: Σ (g·a)·b² and Σ (g·a)·b.</summary>
    public static float[] LearnedGateSums(float[] x, float[] g)
    {
        float[] b = Gates(x), upstream = [.. g.Select((v, i) => v * x[i])];
        return [RowDefinition.Sum([.. upstream.Zip(b, (u, v) => u * (v * v))]), RowDefinition.Sum([.. upstream.Zip(b, (u, v) => u * v)])];
    }

    private static float[] Values(float[] x) => x[..(x.Length / 2)];

    private static float[] Gates(float[] x) => x[(x.Length / 2)..];

    private static float[] Column(float[] x, int pieces, int j) => [.. Enumerable.Range(0, pieces).Select(piece => x[(piece * (x.Length / pieces)) + j])];

    /// <summary>As <see cref="TestQuadratic"/> with the parameters ½ and 1½.</summary>
    private static float Activation(float v) => v * MathF.FusedMultiplyAdd(0.5f, v, 1.5f);

    private static float Slope(float v) => MathF.FusedMultiplyAdd(1f, v, 1.5f);
}
