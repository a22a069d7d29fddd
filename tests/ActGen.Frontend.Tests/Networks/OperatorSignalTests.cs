using ActGen.Frontend.Model;
using ActGen.Frontend.Propagation;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>The predicted signal behind functions of the last axis and gates, and the gradient before them, against simulated rows of independent normal values.</summary>
public sealed class OperatorSignalTests
{
    [Theory]
    [InlineData("Softmin", 10, 1, 0.05)]
    [InlineData("Sparsemax", 2, 1, 0.05)]
    [InlineData("Sparsemax", 10, 4, 0.05)]
    [InlineData("Sparsemax", 50, 0.1, 0.05)]
    [InlineData("CReLU", 10, 2, 0.04)]
    [InlineData("Maxout(2)", 10, 2, 0.04)]
    [InlineData("Maxout(5)", 10, 1, 0.05)]
    [InlineData("GLU", 10, 1, 0.05)]
    [InlineData("Gated<Formulas.ReLU>", 10, 3, 0.06)]
    [InlineData("Gated<Formulas.GELU>", 10, 0.5, 0.06)]
    public void Predictions_are_what_rows_of_normal_values_give(string layer, int width, double q, double tolerance)
    {
        PlannedLayer planned = Analyze.Stack($"[Network({width})] [{layer}]").Plan!.Layers[0];
        SignalTransfer transfer = SignalTransfers.Of(planned, Signal.Normal(q));
        Random random = new(7);
        double signal = 0, gradient = 0;
        int rows = 40_000 / width;
        for (int row = 0; row < rows; row++)
        {
            double[] x = [.. Enumerable.Range(0, width).Select(_ => Math.Sqrt(q) * Normal(random))], y = Apply(layer, x), g = [.. y.Select(_ => Normal(random))];
            signal += y.Sum(value => value * value) / y.Length / rows;
            gradient += Enumerable.Range(0, width).Sum(i => Math.Pow(Derivative(layer, x, i, g), 2)) / width / rows;
        }

        Assert.Equal(1, transfer.Output.MeanSquare / signal, tolerance);
        Assert.Equal(1, transfer.Backward(GradientSignal.Of(Signal.Normal(1))).Mean.MeanSquare / gradient, tolerance);
    }

    [Fact]
    public void Every_function_of_the_last_axis_has_a_signal() => Assert.Equal(RowOperators.Names.Order(), SignalTransfers.Operators.Order());

    [Fact]
    public void A_signal_that_is_unknown_stays_unknown()
    {
        foreach (string layer in new[] { "Softmin", "Sparsemax", "CReLU", "Maxout(2)", "GLU" })
            Assert.Equal(double.NaN, SignalTransfers.Of(Analyze.Stack($"[Network(4)] [{layer}]").Plan!.Layers[0], new Signal(double.NaN, 0, 0)).Output.MeanSquare);
    }

    /// <summary>Σ g·∂y/∂xᵢ by a central difference.</summary>
    private static double Derivative(string layer, double[] x, int i, double[] g)
    {
        const double h = 1e-5;
        double at = x[i];
        x[i] = at + h;
        double[] up = Apply(layer, x);
        x[i] = at - h;
        double[] down = Apply(layer, x);
        x[i] = at;
        return up.Select((value, j) => g[j] * (value - down[j]) / (2 * h)).Sum();
    }

    private static double[] Apply(string layer, double[] x)
    {
        int half = x.Length / 2;
        switch (layer)
        {
            case "Softmin":
                double sum = x.Sum(v => Math.Exp(-v));
                return [.. x.Select(v => Math.Exp(-v) / sum)];
            case "Sparsemax":
                double above = 0, threshold = 0;
                foreach ((double v, int k) in x.OrderDescending().Select((v, i) => (v, i + 1)))
                {
                    above += v;
                    threshold = 1 + (k * v) > above ? (above - 1) / k : threshold;
                }
                return [.. x.Select(v => Math.Max(v - threshold, 0))];
            case "CReLU":
                return [.. x.Select(v => Math.Max(v, 0)), .. x.Select(v => Math.Max(-v, 0))];
            case "Maxout(2)" or "Maxout(5)":
                int pieces = layer[7] - '0', width = x.Length / pieces;
                return [.. Enumerable.Range(0, width).Select(j => Enumerable.Range(0, pieces).Max(piece => x[(piece * width) + j]))];
            case "GLU":
                return [.. x.Take(half).Select((a, j) => a / (1 + Math.Exp(-x[half + j])))];
            case "Gated<Formulas.ReLU>":
                return [.. x.Take(half).Select((a, j) => a * Math.Max(x[half + j], 0))];
            default:
                return [.. x.Take(half).Select((a, j) => a * x[half + j] * ActGen.Frontend.Calculus.RealMath.NormalCdf(x[half + j]))];
        }
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
