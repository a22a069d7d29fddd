using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Layers;
using ActGen.Runtime.Tests.Proofs.Programs;
using Direct = ActGen.Losses;

namespace ActGen.Runtime.Tests.Losses;

[Collection(nameof(Widths))]
public sealed class ElementLossTests
{
    private const double Promise = 4e-7;

    private delegate float Mean(ReadOnlySpan<float> x, ReadOnlySpan<float> t, Span<float> gradient);

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(4097)]
    public void Losses_and_gradients_are_those_of_the_definition(int length)
    {
        float[] x = Numbers.Mixed(length, seed: 1), t = Numbers.Mixed(length, seed: 2);
        float[] unit = [.. x.Select(v => 1 / (1 + MathF.Exp(-v)))], target = [.. t.Select(v => 1 / (1 + MathF.Exp(-v)))];
        Check(x, t, (a, b, g) => Direct.MSE(a, b, g), (a, b) => (a - b) * (a - b));
        Check(x, t, (a, b, g) => Direct.Huber(a, b, g), (a, b) => LossDefinition.HuberError(a, b, 1));
        Check(x, t, (a, b, g) => Direct.Huber(a, b, g, 0.25), (a, b) => LossDefinition.HuberError(a, b, 0.25));
        Check(x, target, (a, b, g) => Direct.BCEWithLogits(a, b, g), (a, b) => LossDefinition.LogisticError(a, b, 1));
        Check(x, target, (a, b, g) => Direct.BCEWithLogits(a, b, g, 3), (a, b) => LossDefinition.LogisticError(a, b, 3));
        Check(unit, target, (a, b, g) => Direct.BCE(a, b, g), LossDefinition.BernoulliError, step: 1e-5, gradientTolerance: 1e-5);
        // |d| has its kink at 0 and nothing else to differentiate.
        float[] gradient = new float[length];
        Assert.Equal(x.Zip(t, (a, b) => Math.Abs((double)a - b)).Average(), Direct.L1(x, t, gradient), 4e-7 * 8);
        Assert.Equal(x.Zip(t, (a, b) => MathF.Sign(a - b) / (float)length), gradient);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(7, 3)]
    [InlineData(5, 17)]
    [InlineData(2, 4099)]
    public void Row_losses_follow_the_row_order_with_the_same_bits_everywhere(int rows, int width)
    {
        float[] x = Numbers.Mixed(rows * width, seed: 3), t = Numbers.Mixed(rows * width, seed: 4);
        float[] expected = [.. x.Zip(t, (a, b) => (a - b) * (a - b)).Chunk(width).Select(RowDefinition.Sum)];
        float divisor = rows * width;
        float[] slope = [.. x.Zip(t, (a, b) => (a - b + (a - b)) / divisor)];
        float[]? logistic = null, logisticGradient = null;
        foreach (int lanes in Widths.All)
        {
            Widths.Force(lanes, () =>
            {
                foreach (int workers in (int[])[1, 2, 3, 4])
                {
                    string what = $"width {lanes}, {workers} workers: ";
                    float[] losses = new float[rows], gradient = new float[x.Length];
                    double by = 0;
                    Workers.Run(rows, workers, work => by = LossKernels<float>.Elements<SquaredError>(work, x, t, losses, gradient));
                    Assert.Equal(divisor, by);
                    Numbers.AssertSameBits(expected, losses, what + "squared errors");
                    Numbers.AssertSameBits(slope, gradient, what + "their gradient");
                    Workers.Run(rows, workers, work => LossKernels<float>.Elements<LogisticError>(work, x, t, losses, gradient, 2));
                    Numbers.AssertSameBits(logistic ??= [.. losses], losses, what + "logistic losses");
                    Numbers.AssertSameBits(logisticGradient ??= [.. gradient], gradient, what + "their gradient");
                }
            });
        }
    }

    [Fact]
    public void Logistic_loss_is_finite_wherever_it_should_be()
    {
        float[] gradient = new float[2];
        Assert.Equal(0f, Direct.BCEWithLogits([float.MaxValue, -float.MaxValue], [1, 0], gradient));
        Assert.Equal([0f, 0f], gradient);
        Assert.Equal(float.MaxValue, Direct.BCEWithLogits([float.MaxValue, -float.MaxValue], [0, 1], gradient));
        Assert.Equal([0.5f, -0.5f], gradient);
        Assert.Equal(60f, Direct.BCEWithLogits([0, -120], [0, 1], gradient) - (MathF.Log(2) / 2), 1e-5f);
        Assert.Equal([0.25f, -0.5f], gradient);
        Assert.Equal(0f, Direct.BCEWithLogits([float.PositiveInfinity, float.NegativeInfinity], [1, 0]));
        Assert.Equal(float.PositiveInfinity, Direct.BCEWithLogits([float.PositiveInfinity], [0.5f]));
        Assert.True(float.IsNaN(Direct.BCEWithLogits([float.NaN], [0f])));
        Assert.True(float.IsNaN(Direct.BCEWithLogits([0f], [float.NaN])));
    }

    [Fact]
    public void Clamped_logarithms_keep_loss_and_gradient_finite_at_certain_probabilities()
    {
        float[] gradient = new float[4];
        Assert.Equal(50f, Direct.BCE([0, 1, 0, 1], [0, 1, 1, 0], gradient));
        Assert.Equal([0f, 0f, -1e12f / 4, 1e12f / 4], gradient);
        Assert.True(float.IsNaN(Direct.BCE([-0.1f], [0.5f])));
    }

    [Fact]
    public void Kinks_have_the_documented_slopes_and_NaN_stays()
    {
        float[] gradient = new float[3];
        Direct.L1([1, float.NaN, 2], [1, 0, 1], gradient);
        Assert.Equal(0f, gradient[0]);
        Assert.True(float.IsNaN(gradient[1]));
        Direct.Huber([1, -1, float.NaN], [0, 0, 0], gradient, delta: 1);
        Assert.Equal([1f / 3, -1f / 3], gradient[..2]);
        Assert.True(float.IsNaN(gradient[2]));
        Assert.Equal(1e30f, Direct.Huber([1e30f], [0]));
    }

    [Fact]
    public void Wrong_arguments_are_named_and_nothing_is_written()
    {
        float[] x = [1, 2], gradient = [7, 7];
        Assert.Contains("targets has 1 elements; outputs has 2", Assert.Throws<ArgumentException>("targets", () => Direct.MSE(x, (float[])[1], gradient)).Message);
        Assert.Contains("gradient has 2 elements", Assert.Throws<ArgumentException>("gradient", () => Direct.L1((float[])[1], (float[])[1], gradient)).Message);
        Assert.Contains("overlaps", Assert.Throws<ArgumentException>("gradient", () => Direct.BCE(x, gradient, gradient)).Message);
        Assert.Throws<ArgumentException>("logits", () => Direct.BCEWithLogits([], []));
        Assert.Throws<ArgumentOutOfRangeException>("positiveWeight", () => Direct.BCEWithLogits(x, x, gradient, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("delta", () => Direct.Huber(x, x, gradient, 0));
        Assert.Equal([7, 7], gradient);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] x = Numbers.Mixed(9000, seed: 1), t = new float[9000], gradient = new float[9000];
        void Run()
        {
            Direct.MSE(x, t, gradient);
            Direct.L1(x, t, gradient);
            Direct.Huber(x, t, gradient);
            Direct.BCE(x, t, gradient);
            Direct.BCEWithLogits(x, t, gradient);
        }

        Assert.Equal(0, AllocationMeter.OfCall(Run));
    }

    private static void Check(float[] x, float[] t, Mean mean, Func<double, double, double> loss, double step = 1e-4, double gradientTolerance = Promise)
    {
        float[] gradient = new float[x.Length];
        double exact = x.Zip(t, (a, b) => loss(a, b)).Average();
        Assert.Equal(exact, mean(x, t, gradient), Promise * Math.Max(1, exact));
        Assert.Equal(exact, mean(x, t, []), Promise * Math.Max(1, exact));
        for (int i = 0; i < x.Length; i += Math.Max(1, x.Length / 200))
        {
            double expected = LossDefinition.Derivative(v => loss(v, t[i]), x[i], step);
            double kinked = Math.Abs(LossDefinition.Derivative(v => loss(v, t[i]), x[i], step * 3) - expected);
            if (kinked < 1e-7 * Math.Max(1, Math.Abs(expected)))
                Assert.Equal(expected, gradient[i] * x.Length, gradientTolerance * Math.Max(1, Math.Abs(expected)));
        }
    }
}
