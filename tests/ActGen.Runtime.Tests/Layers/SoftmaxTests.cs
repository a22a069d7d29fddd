using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Proofs.Programs;

namespace ActGen.Runtime.Tests.Layers;

[Collection(nameof(Widths))]
public sealed class SoftmaxTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    [InlineData(1, 4)]
    [InlineData(1, 7)]
    [InlineData(1, 10)]
    [InlineData(1, 17)]
    [InlineData(5, 2)]
    [InlineData(3, 7)]
    [InlineData(7, 10)]
    [InlineData(4, 15)]
    [InlineData(4, 16)]
    [InlineData(4, 17)]
    [InlineData(2, 31)]
    [InlineData(2, 33)]
    [InlineData(3, 100)]
    [InlineData(1, 4095)]
    [InlineData(1, 4096)]
    [InlineData(2, 4097)]
    [InlineData(1, 9001)]
    public void Forward_and_backward_have_the_bits_of_their_definition_at_every_width_and_any_number_of_workers(int rows, int width)
    {
        float[] x = Numbers.Mixed(rows * width, seed: 5), g = Numbers.Mixed(rows * width, seed: 6);
        float[] y = PerRow(x, width, RowDefinition.Softmax), logY = PerRow(x, width, RowDefinition.LogSoftmax);
        float[] dx = PerRow(y, g, width, RowDefinition.SoftmaxGradient), logDx = PerRow(logY, g, width, RowDefinition.LogSoftmaxGradient);
        foreach (int lanes in Widths.All)
        {
            Widths.Force(lanes, () =>
            {
                foreach (int workers in (int[])[1, 2, 3, 4])
                {
                    string what = $"width {lanes}, {workers} workers: ";
                    float[] output = new float[x.Length], gradient = [.. g], inPlace = [.. x];
                    Workers.Run(rows, workers, work => Rowwise<float>.Forward<Softmax>(work, x, output));
                    Numbers.AssertSameBits(y, output, what + "softmax");
                    Workers.Run(rows, workers, work => Rowwise<float>.Backward<Softmax>(work, y, gradient, gradient));
                    Numbers.AssertSameBits(dx, gradient, what + "softmax dx");
                    Workers.Run(rows, workers, work => Rowwise<float>.Forward<LogSoftmax>(work, inPlace, inPlace));
                    Numbers.AssertSameBits(logY, inPlace, what + "log-softmax");
                    gradient = [.. g];
                    Workers.Run(rows, workers, work => Rowwise<float>.Backward<LogSoftmax>(work, logY, gradient, gradient));
                    Numbers.AssertSameBits(logDx, gradient, what + "log-softmax dx");
                }
            });
        }
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(1e4f)]
    [InlineData(-1e4f)]
    public void A_shift_of_all_logits_changes_nothing(float shift)
    {
        float[] y = new float[4];
        Activations.Softmax([shift, shift + 1, shift + 2, shift + 3], y);
        float[] expected = [0.032058604f, 0.08714432f, 0.2368828f, 0.6439143f];
        for (int i = 0; i < 4; i++)
            Assert.Equal(expected[i], y[i], 1e-7f);
        Activations.LogSoftmax([shift, shift + 1, shift + 2, shift + 3], y);
        Assert.Equal(-3.4401896f, y[0], 3e-7f);
    }

    [Fact]
    public void The_largest_finite_logits_give_finite_probabilities()
    {
        float[] y = new float[3];
        Activations.Softmax([float.MaxValue, 0, -float.MaxValue], y);
        Assert.Equal([1f, 0f, 0f], y);
        Activations.Softmax([1e30f, 0, -1e30f], y);
        Assert.Equal([1f, 0f, 0f], y);
        Activations.Softmax([float.MaxValue, float.MaxValue, -float.MaxValue], y);
        Assert.Equal([0.5f, 0.5f, 0f], y);
        Activations.LogSoftmax([float.MaxValue, 0, -float.MaxValue], y);
        Assert.Equal([0f, -float.MaxValue, float.NegativeInfinity], y);
    }

    [Fact]
    public void A_masked_logit_has_probability_zero_and_the_others_do_not_notice()
    {
        float[] masked = new float[4], without = new float[3];
        Activations.Softmax([0.5f, float.NegativeInfinity, -1f, 2f], masked);
        Activations.Softmax([0.5f, -1f, 2f], without);
        Assert.Equal([without[0], 0f, without[1], without[2]], masked);
        float[] gradient = [1, 10_000, 2, 3];
        Rowwise<float>.Backward<Softmax>(new Work(1), masked, gradient, gradient);
        Assert.Equal(0f, gradient[1]);
        Activations.LogSoftmax([0.5f, float.NegativeInfinity, -1f, 2f], masked);
        Assert.Equal(float.NegativeInfinity, masked[1]);
        Assert.All((float[])[masked[0], masked[2], masked[3]], value => Assert.True(float.IsFinite(value)));
    }

    /// <summary>dx₁ = y₁·y₂·(g₁ − g₂) for two classes: every digit, however sure the distribution is.</summary>
    [Theory]
    [InlineData(1f)]
    [InlineData(10f)]
    [InlineData(40f)]
    public void The_gradient_keeps_its_digits_where_one_probability_is_almost_one(float margin)
    {
        float[] y = new float[2], gradient = [0.7f, -0.9f];
        Activations.Softmax([margin, 0f], y);
        Rowwise<float>.Backward<Softmax>(new Work(1), y, gradient, gradient);
        double expected = (double)y[0] * y[1] * (0.7f - (double)-0.9f);
        Assert.Equal(1, gradient[0] / expected, 1e-6);
        Assert.Equal(-1, gradient[1] / expected, 1e-6);
    }

    [Theory]
    [InlineData(float.NaN, 1f)]
    [InlineData(float.PositiveInfinity, 1f)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity)]
    public void Rows_without_a_distribution_are_NaN_and_leave_the_other_rows_alone(float first, float second)
    {
        float[] y = new float[4];
        Activations.Softmax([first, second, 0f, 0f], y, rowLength: 2);
        Assert.True(float.IsNaN(y[0]) && float.IsNaN(y[1]));
        Assert.Equal([0.5f, 0.5f], y[2..]);
        Activations.LogSoftmax([first, second, 0f, 0f], y, rowLength: 2);
        Assert.True(float.IsNaN(y[0]) && float.IsNaN(y[1]));
        Assert.True(float.IsFinite(y[2]));
    }

    [Fact]
    public void Nothing_in_gives_nothing_out()
    {
        Activations.Softmax([], []);
        Activations.LogSoftmax([], [], rowLength: 3);
    }

    [Fact]
    public void Wrong_lengths_and_partial_overlap_are_named()
    {
        float[] buffer = new float[10];
        Assert.Contains("at least the 3 elements of the source, but the destination has 2", Assert.Throws<ArgumentException>("destination", () => Activations.Softmax(buffer.AsSpan(0, 3), buffer.AsSpan(5, 2))).Message);
        Assert.Contains("7 elements, which is not a whole number of rows of 3", Assert.Throws<ArgumentException>("source", () => Activations.LogSoftmax(buffer.AsSpan(0, 7), new float[7], 3)).Message);
        Assert.Contains("overlaps", Assert.Throws<ArgumentException>("destination", () => Activations.Softmax(buffer.AsSpan(0, 4), buffer.AsSpan(1, 4))).Message);
        Assert.Throws<ArgumentOutOfRangeException>("rowLength", () => Activations.Softmax(buffer, buffer, 0));
        Assert.All(buffer, value => Assert.Equal(0f, value));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] x = Numbers.Mixed(5 * 5000, seed: 1), y = new float[x.Length];
        void Run()
        {
            Activations.Softmax(x, y, 5000);
            Activations.LogSoftmax(x, y, 5000);
            Rowwise<float>.Backward<Softmax>(new Work(5), x, y, y);
            Rowwise<float>.Backward<LogSoftmax>(new Work(5), x, y, y);
        }

        Assert.Equal(0, AllocationMeter.OfCall(Run));
    }

    private static float[] PerRow(float[] x, int width, Func<float[], float[]> map) => [.. x.Chunk(width).SelectMany(map)];

    private static float[] PerRow(float[] x, float[] y, int width, Func<float[], float[], float[]> map) =>
        [.. x.Chunk(width).Zip(y.Chunk(width), map).SelectMany(static row => row)];
}
