using ActGen.Frontend.Model;
using ActGen.Frontend.Propagation;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>The mean gradient over networks whose signals scatter, against exact log-normal means.</summary>
public sealed class GradientSignalTests
{
    private const double Noise = 0.02;

    /// <summary>Functions whose mean squares are powers of q keep it log-normal: every power s of the output and c of the derivative has
    /// E g² = g²(q)·exp(Σ(r² − r)κ/2N), r the response of all layers behind.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.7, -0.3)]
    [InlineData(1.1, 0.1)]
    [InlineData(1.2, -0.2)]
    [InlineData(1, 0.4)]
    public void The_mean_over_log_normal_signals_is_exact_for_powers(double s, double c)
    {
        const int depth = 6;
        var gradient = GradientSignal.Of(new Signal(1, 0, 0));
        double response = 0, logarithm = 0;
        for (int layer = depth; layer >= 1; layer--)
        {
            // v in front of this layer's function: each of the layers before it added its noise, raised to the power s by those between.
            double scatter = Enumerable.Range(0, layer).Sum(sums => Noise * Math.Pow(s, 2 * sums));
            gradient = gradient.Through(new Signal(1, 2, scatter), q => new(Math.Pow(q, s), Math.Pow(q, c)), 2, 0);
            response = c + (s * response);
            Assert.Equal(response, gradient.Response, 1e-9);
            // Nodes beyond √(3v) weigh x⁴ too much.
            Assert.Equal(logarithm + (response * response * scatter / 2), Math.Log(gradient.Mean.MeanSquare), 5e-3);

            gradient = gradient.BeforeSum(gradient.Mean, 1, 1, Noise);
            logarithm += ((response * response) - response) * Noise / 2;
            Assert.Equal(logarithm, Math.Log(gradient.AtPredicted), 1e-9);
        }
    }

    [Fact]
    public void A_derivative_that_is_zero_at_a_node_leaves_the_gradient_at_the_predicted_signal()
    {
        GradientSignal gradient = GradientSignal.Of(new Signal(3, 0, 0)).Through(new Signal(1, 2, 0.5), q => new(q, q < 1 ? 0 : 0.5), 2, 0);

        Assert.Equal(1.5, gradient.Mean.MeanSquare, 1e-12);
        Assert.Equal(0, gradient.Response);
    }
}
