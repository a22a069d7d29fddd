using ActGen.Frontend.Model;
using ActGen.Frontend.Propagation;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>The predicted signal behind pools, and the gradient before them, against simulated images of independent values, normal or behind an activation.</summary>
public sealed class PoolSignalTests
{
    [Theory]
    [InlineData("", "MaxPool2D(2)", 0.03)]
    [InlineData("", "AveragePool2D(2)", 0.03)]
    [InlineData("", "AveragePool2D(3, Stride = 1)", 0.03)]
    [InlineData("", "GlobalMaxPool", 0.03)]
    [InlineData("", "GlobalAveragePool", 0.03)]
    [InlineData("[ReLU]", "MaxPool2D(2)", 0.03)]
    [InlineData("[ReLU]", "AveragePool2D(2)", 0.03)]
    [InlineData("[ReLU]", "GlobalAveragePool", 0.03)]
    [InlineData("[GELU]", "MaxPool2D(2)", 0.03)]
    [InlineData("[Sigmoid]", "AveragePool2D(2)", 0.03)]
    [InlineData("[Tanh]", "MaxPool2D(3, Stride = 2)", 0.03)]
    public void Predictions_are_what_independent_values_give(string activation, string pool, double tolerance)
    {
        const int side = 8, images = 4000;
        NetworkPlan plan = Analyze.Stack($"[Network(1, {side}, {side})] {activation} [{pool}]").Plan!;
        var planned = (PlannedPool)plan.Layers[plan.Layers.Count - 1];
        Random random = new(5);
        double signal = 0, gradient = 0;
        for (int image = 0; image < images; image++)
        {
            double[] x = [.. Enumerable.Range(0, side * side).Select(_ => Function(activation, Normal(random)))], dx = new double[x.Length];
            foreach (int[] window in Windows(planned, side))
            {
                double y = planned.IsMaximum ? window.Max(cell => x[cell]) : window.Average(cell => x[cell]), g = Normal(random);
                signal += y * y / (planned.Output.Size * images);
                int first = Array.FindIndex(window, cell => x[cell] == y);
                for (int i = 0; i < window.Length; i++)
                    dx[window[i]] += planned.IsMaximum ? (i == first ? g : 0) : g / window.Length;
            }
            gradient += dx.Sum(value => value * value) / (dx.Length * images);
        }
        Assert.Equal(1, plan.Signal.Layers[plan.Layers.Count - 1].Output.MeanSquare / signal, tolerance);
        double predicted = plan.Layers.Count == 1 ? plan.Signal.InputGradient.MeanSquare : plan.Signal.Layers[plan.Layers.Count - 2].Gradient.MeanSquare;
        Assert.Equal(1, predicted / gradient, tolerance);
    }

    [Fact]
    public void A_signal_that_is_unknown_stays_unknown()
    {
        PlannedLayer pool = Analyze.Stack("[Network(1, 4, 4)] [MaxPool2D(2)]").Plan!.Layers[0];
        Assert.Equal(double.NaN, SignalTransfers.Of(pool, new Signal(double.NaN, 0, 0)).Output.MeanSquare);
    }

    private static IEnumerable<int[]> Windows(PlannedPool pool, int side)
    {
        if (pool.Output.Rank == 1)
            return [[.. Enumerable.Range(0, side * side)]];
        WindowAxis axis = pool.Window.Horizontal;
        return from top in Enumerable.Range(0, axis.Positions(side))
               from left in Enumerable.Range(0, axis.Positions(side))
               select Enumerable.Range(0, (int)pool.Window.Cells).Select(i => (((top * axis.Stride) + (i / axis.Size)) * side) + (left * axis.Stride) + (i % axis.Size)).ToArray();
    }

    private static double Function(string activation, double z) => activation switch
    {
        "[ReLU]" => Math.Max(z, 0),
        "[GELU]" => z * 0.5 * (1 + Erf(z / Math.Sqrt(2))),
        "[Sigmoid]" => 1 / (1 + Math.Exp(-z)),
        "[Tanh]" => Math.Tanh(z),
        _ => z,
    };

    /// <summary>Abramowitz and Stegun 7.1.26, within 1.5·10⁻⁷.</summary>
    private static double Erf(double x)
    {
        double t = 1 / (1 + (0.3275911 * Math.Abs(x)));
        double tail = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        return Math.Sign(x) * (1 - (tail * Math.Exp(-x * x)));
    }

    /// <summary>Box and Muller 1958.</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
