using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>Batch normalisation against its canonical order, bit for bit, at every width and for any number of workers.</summary>
[Collection(nameof(Widths))]
public sealed class BatchNormTests
{
    private const float Epsilon = 1e-5f, Momentum = 0.1f;

    public static TheoryData<int, int> Shapes => new()
    {
        { 2, 1 }, { 2, 7 }, { 3, 8 }, { 5, 16 }, { 5, 17 }, { 7, 31 }, { 4, 33 }, { 255, 3 }, { 256, 9 }, { 257, 5 }, { 600, 19 }, { 3, 511 }, { 2, 513 }, { 2, 1030 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Has_the_bits_of_the_definition(int rows, int width)
    {
        float[] x = Numbers.Mixed(rows * width, 1), g = Numbers.Mixed(rows * width, 2), scale = Numbers.Mixed(width, 3), shift = Numbers.Mixed(width, 4);
        foreach (int bits in Widths.All)
        {
            foreach (int workers in new[] { 1, 3 })
            {
                Widths.Force(bits, () => Compare(rows, workers, x, g, scale, shift));
                Widths.Force(bits, () => Compare(rows, workers, x, g, [], []));
            }
        }
    }

    [Fact]
    public void A_constant_feature_is_its_shift_and_passes_no_gradient()
    {
        float[] y = new float[2], dx = [1, 1], mean = [0], variance = [1], statistics = new float[2], scaleGradient = new float[1], shiftGradient = new float[1];
        BatchNorm<float>.Forward(new Work(2), Epsilon, 1, [5, 5], y, mean, variance, statistics, [2f], [0.5f]);
        BatchNorm<float>.Backward(new Work(2), dx, [5, 5], statistics, [2f], scaleGradient, shiftGradient);
        Assert.Equal([0.5f, 0.5f], y);
        Assert.Equal([5f, 0f], [mean[0], variance[0]]);
        Assert.Equal([0f, 0f], dx);
        Assert.Equal([0f, 2f], [scaleGradient[0], shiftGradient[0]]);
    }

    private static void Compare(int rows, int workers, float[] x, float[] g, float[] scale, float[] shift)
    {
        int width = x.Length / rows;
        float[] y = new float[x.Length], inferred = new float[x.Length], dx = [.. g], scaleGradient = new float[scale.Length], shiftGradient = new float[shift.Length];
        float[] mean = Numbers.Mixed(width, 5), variance = [.. Numbers.Mixed(width, 6).Select(Math.Abs)], oldMean = [.. mean], oldVariance = [.. variance];
        float[] statistics = new float[(scale.Length == 0 ? 4 : 2) * width];
        Workers.Run(rows, workers, work =>
        {
            BatchNorm<float>.Forward(work, Epsilon, Momentum, x, y, mean, variance, statistics, scale, shift);
            BatchNorm<float>.Backward(work, dx, x, statistics, scale, scaleGradient, shiftGradient);
            BatchNorm<float>.Infer(work, Epsilon, x, inferred, oldMean, oldVariance, scale, shift);
        });
        for (int i = 0; i < width; i++)
        {
            float γ = scale.Length > 0 ? scale[i] : 1, β = shift.Length > 0 ? shift[i] : 0;
            float[] column = [.. Enumerable.Range(0, rows).Select(row => x[(row * width) + i])], gradient = [.. Enumerable.Range(0, rows).Select(row => g[(row * width) + i])];
            float m = FeatureDefinition.Chunks(rows, (sum, row) => sum + column[row]) / rows;
            float squares = FeatureDefinition.Chunks(rows, (sum, row) => MathF.FusedMultiplyAdd(column[row] - m, column[row] - m, sum));
            float r = 1 / MathF.Sqrt((squares / rows) + Epsilon);
            float[] normalized = [.. column.Select(value => (value - m) * r)];
            Same([.. normalized.Select(value => MathF.FusedMultiplyAdd(value, γ, β))], y, "y");
            Same([oldMean[i] + (Momentum * (m - oldMean[i]))], mean, "running mean");
            Same([oldVariance[i] + (Momentum * ((squares / (rows - 1)) - oldVariance[i]))], variance, "running variance");
            float products = FeatureDefinition.Chunks(rows, (sum, row) => MathF.FusedMultiplyAdd(gradient[row], normalized[row], sum)), gradients = FeatureDefinition.Chunks(rows, (sum, row) => sum + gradient[row]);
            float a = γ * (gradients / rows), b = γ * (products / rows);
            Same([.. gradient.Zip(normalized, (gi, xi) => MathF.FusedMultiplyAdd(xi, -b, (gi * γ) - a) * r)], dx, "dx");
            if (scale.Length > 0)
            {
                Same([products], scaleGradient, "dγ");
                Same([gradients], shiftGradient, "dβ");
            }
            float running = 1 / MathF.Sqrt(oldVariance[i] + Epsilon);
            Same([.. column.Select(value => MathF.FusedMultiplyAdd((value - oldMean[i]) * running, γ, β))], inferred, "y at inference");

            void Same(float[] expected, float[] all, string what) =>
                Numbers.AssertSameBits(expected, [.. Enumerable.Range(0, expected.Length).Select(row => all[(row * width) + i])], $"{what} of feature {i}");
        }
    }
}
