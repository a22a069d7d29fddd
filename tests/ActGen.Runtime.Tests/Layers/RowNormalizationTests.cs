using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>Layer and root mean square normalisation against their canonical orders, bit for bit, at every width and for any number of workers.</summary>
[Collection(nameof(Widths))]
public sealed class RowNormalizationTests
{
    public static TheoryData<int, int> Shapes => new()
    {
        { 1, 1 }, { 1, 2 }, { 3, 7 }, { 2, 8 }, { 5, 31 }, { 5, 32 }, { 4, 33 }, { 2, 16 }, { 2, 47 }, { 3, 50 }, { 2, 64 }, { 3, 65 }, { 2, 130 }, { 1, 4096 }, { 2, 4097 }, { 1, 9000 }, { 300, 19 }, { 600, 5 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Have_the_bits_of_the_definition(int rows, int width)
    {
        float[] x = Numbers.Mixed(rows * width, 1), g = Numbers.Mixed(rows * width, 2), scale = Numbers.Mixed(width, 3), shift = Numbers.Mixed(width, 4);
        foreach (int bits in Widths.All)
        {
            foreach (int workers in new[] { 1, 3 })
            {
                foreach (bool affine in new[] { true, false })
                {
                    foreach (bool centers in new[] { true, false })
                        Widths.Force(bits, () => Compare(rows, workers, x, g, affine ? scale : [], affine && centers ? shift : [], centers));
                }
            }
        }
    }

    [Fact]
    public void Constant_rows_and_rows_far_from_zero_stay_finite()
    {
        float[] y = new float[3];
        LayerNorm<float>.Forward(new Work(1), 1e-5f, [1e6f, 1e6f + 1, 1e6f + 2], y, default);
        Assert.Equal([-1.2247356f, 0, 1.2247356f], y);
        LayerNorm<float>.Forward(new Work(1), 1e-5f, [-11, -11, -11 + 3e-6f], y, default);
        Assert.All(y, value => Assert.InRange(value, -1e-3f, 1e-3f));
        LayerNorm<float>.Forward(new Work(1), 1e-5f, [0.1f, 0.1f, 0.1f], y, default);
        Assert.All(y, value => Assert.InRange(value, -1e-4f, 1e-4f));
        RMSNorm<float>.Forward(new Work(1), 1e-5f, [0, 0, 0], y, default);
        Assert.Equal([0f, 0, 0], y);
        RMSNorm<float>.Forward(new Work(1), 1e-5f, [1, float.NaN, 3], y, default);
        Assert.All(y, value => Assert.Equal(float.NaN, value));
    }

    /// <summary>Sums begin at +0, also where a row stays in registers: the mean of −0 is +0, and −0 less that is −0.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(50)]
    [InlineData(64)]
    [InlineData(80)]
    public void The_mean_of_negative_zeros_is_positive(int width)
    {
        float[] x = new float[width], y = new float[width], statistics = new float[2];
        Array.Fill(x, -0f);
        foreach (int bits in Widths.All)
        {
            Widths.Force(bits, () => LayerNorm<float>.Forward(new Work(1), 1e-5f, x, y, default, default, statistics));
            Assert.False(float.IsNegative(statistics[0]));
            Assert.All(y, value => Assert.True(value == 0 && float.IsNegative(value)));
        }
    }

    private static void Compare(int rows, int workers, float[] x, float[] g, float[] scale, float[] shift, bool centers)
    {
        const float epsilon = 1e-5f;
        int width = x.Length / rows;
        float[] y = new float[x.Length], statistics = new float[rows * (centers ? 2 : 1)], dx = [.. g], scaleGradient = new float[scale.Length], shiftGradient = new float[shift.Length];
        Workers.Run(rows, workers, work =>
        {
            if (centers)
            {
                LayerNorm<float>.Forward(work, epsilon, x, y, scale, shift, statistics);
                LayerNorm<float>.Backward(work, dx, x, statistics, scale, scaleGradient, shiftGradient);
            }
            else
            {
                RMSNorm<float>.Forward(work, epsilon, x, y, scale, statistics);
                RMSNorm<float>.Backward(work, dx, x, statistics, scale, scaleGradient);
            }
        });
        float[][] normalized = new float[rows][];
        for (int row = 0; row < rows; row++)
        {
            float[] values = x[(row * width)..((row + 1) * width)], h = g[(row * width)..((row + 1) * width)];
            float mean = centers ? RowDefinition.Sum(values) / width : 0;
            float[] deviations = [.. values.Select(value => value - mean)];
            float factor = 1 / MathF.Sqrt((RowDefinition.Dot(deviations, deviations) / width) + epsilon);
            normalized[row] = [.. deviations.Select(value => value * factor)];
            float[] expected = [.. normalized[row].Select((value, i) => shift.Length > 0 ? MathF.FusedMultiplyAdd(value, scale[i], shift[i]) : scale.Length > 0 ? value * scale[i] : value)];
            Numbers.AssertSameBits(expected, y.AsSpan(row * width, width), $"y of row {row}");
            if (scale.Length > 0)
                h = [.. h.Zip(scale, (gradient, γ) => gradient * γ)];
            float a = centers ? RowDefinition.Sum(h) / width : 0, b = RowDefinition.Dot(h, normalized[row]) / width;
            Numbers.AssertSameBits([.. h.Zip(normalized[row], (hi, xi) => MathF.FusedMultiplyAdd(xi, -b, hi - a) * factor)], dx.AsSpan(row * width, width), $"dx of row {row}");
        }
        for (int i = 0; i < scale.Length; i++)
        {
            Assert.Equal(FeatureDefinition.Chunks(rows, (sum, row) => MathF.FusedMultiplyAdd(g[(row * width) + i], normalized[row][i], sum)), scaleGradient[i]);
            if (shift.Length > 0)
                Assert.Equal(FeatureDefinition.Chunks(rows, (sum, row) => sum + g[(row * width) + i]), shiftGradient[i]);
        }
    }
}
