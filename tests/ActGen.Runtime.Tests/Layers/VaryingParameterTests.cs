using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>Parameters that differ from element to element: learned for each channel, or random.</summary>
[Collection(nameof(Widths))]
public sealed class VaryingParameterTests
{
    private static readonly RandomStream Stream = new(Seed: 5, Layer: 2, Step: 9);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(5, 33)]
    [InlineData(257, 17)]
    [InlineData(600, 5)]
    [InlineData(2, 2100)]
    public void Channels_have_the_bits_of_their_definition_at_every_width_and_any_number_of_workers(int rows, int width)
    {
        // The quadratic x·(p₀·x + p₁) with p₁ learned for each channel, p₀ = ½.
        float[] parameters = [0.5f, float.NaN], channels = Numbers.Mixed(width, seed: 1), x = Numbers.Mixed(rows * width, seed: 2), g = Numbers.Mixed(rows * width, seed: 3);
        float[] y = [.. x.Select((v, i) => v * MathF.FusedMultiplyAdd(0.5f, v, channels[i % width]))];
        float[] dx = [.. g.Select((v, i) => v * MathF.FusedMultiplyAdd(1f, x[i], channels[i % width]))];
        float[] sums = [.. Enumerable.Range(0, width).Select(channel => Chain(g, x, rows, width, channel))];
        foreach (int lanes in Widths.All)
        {
            Widths.Force(lanes, () =>
            {
                foreach (int workers in (int[])[1, 2, 3])
                {
                    string what = $"width {lanes}, {workers} workers: ";
                    float[] output = new float[x.Length], gradient = [.. g], ofChannels = new float[width];
                    Workers.Run(rows, workers, work => PerChannel<float>.Forward<TestQuadratic>(work, parameters, 0b10, channels, x, output));
                    Numbers.AssertSameBits(y, output, what + "y");
                    Workers.Run(rows, workers, work => PerChannel<float>.Backward<TestQuadratic>(work, parameters, 0b10, channels, gradient, x, ofChannels));
                    Numbers.AssertSameBits(dx, gradient, what + "dx");
                    Numbers.AssertSameBits(sums, ofChannels, what + "channels");
                }
            });
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 13)]
    [InlineData(3, 1500)]
    public void Random_slopes_follow_their_own_words_whoever_works_on_them(int rows, int width)
    {
        float[] x = Numbers.Mixed(rows * width, seed: 4);
        float[] slopes = [.. x.Select((_, i) => (float)(0.125 + ((1.0 / 3 - 0.125) * ((Philox.Word(Stream, 0, (uint)i) + 0.5) / 4294967296.0))))];
        float[] y = [.. x.Zip(slopes, (v, slope) => v > 0 ? v : slope * v)], derivative = [.. x.Zip(slopes, (v, slope) => v > 0 ? 1 : slope)];
        foreach (int lanes in Widths.All)
        {
            Widths.Force(lanes, () =>
            {
                foreach (int workers in (int[])[1, 2, 4])
                {
                    float[] place = [.. x], kept = new float[x.Length];
                    Workers.Run(rows, workers, work => Randomized<float>.Forward<TestLeaky>(work, Stream, 0.125, 1.0 / 3, place, place, kept));
                    Numbers.AssertSameBits(y, place, $"width {lanes}, {workers} workers: y");
                    Numbers.AssertSameBits(derivative, kept, $"width {lanes}, {workers} workers: f′");
                }
            });
        }
    }

    [Fact]
    public void Random_slopes_fill_their_interval_and_change_with_the_step()
    {
        float[] x = new float[50_000], y = new float[x.Length], next = new float[x.Length];
        Array.Fill(x, -1f);
        Randomized<float>.Forward<TestLeaky>(new Work(1), Stream, 0.125, 1.0 / 3, x, y, new float[x.Length]);
        Randomized<float>.Forward<TestLeaky>(new Work(1), Stream with { Step = 10 }, 0.125, 1.0 / 3, x, next, new float[x.Length]);
        Assert.InRange(-y.Max(), 0.125f, 0.1252f);
        Assert.InRange(-y.Min(), 0.3331f, 1f / 3);
        // Five standard deviations of the mean of 50,000 uniform numbers.
        Assert.Equal(11.0 / 48, -y.Average(), 5 * (1.0 / 3 - 0.125) / Math.Sqrt(12 * 50_000.0));
        Assert.True(y.Zip(next).Count(pair => pair.First == pair.Second) < 10);
    }

    /// <summary>Rows in chunks of 256, each a chain, chunks ascending. ∂f/∂p₁ = x.</summary>
    private static float Chain(float[] g, float[] x, int rows, int width, int channel)
    {
        float? total = null;
        for (int start = 0; start < rows; start += 256)
        {
            float chunk = 0;
            for (int row = start; row < Math.Min(rows, start + 256); row++)
                chunk = MathF.FusedMultiplyAdd(g[(row * width) + channel], x[(row * width) + channel], chunk);
            total = total is { } sum ? sum + chunk : chunk;
        }

        return total ?? 0;
    }
}
