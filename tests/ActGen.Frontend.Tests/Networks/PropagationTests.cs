using ActGen.Frontend.Analysis;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Frontend.Propagation;

namespace ActGen.Frontend.Tests.Networks;

public sealed class PropagationTests
{
    [Fact]
    public void He_keeps_the_signal_and_the_gradient_of_a_stack_of_relu()
    {
        SignalPropagation signal = Propagate(Stack(10, "Dense(128, Init = Initializer.He), ReLU"));

        // E relu² is half, and He doubles: pre-activations 2, behind ReLU 1; gradients the same backwards. The first layer sees m₀ = 1.
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(2, signal.Layers[2 * i].Output.MeanSquare, 1e-4);
            Assert.Equal(1, signal.Layers[(2 * i) + 1].Output.MeanSquare, 1e-4);
            Assert.Equal(1, signal.Layers[(2 * i) + 1].Gradient.MeanSquare, 1e-4);
            // κ = 5 of each layer before: s = 1 passes it on.
            Assert.Equal(5.0 / 128 * i, signal.Layers[2 * i].Output.Scatter, 1e-4);
            Assert.Equal(5.0 / 128 * (i + 1), signal.Layers[(2 * i) + 1].Output.RowScatter(128), 1e-4);
        }
    }

    [Theory]
    [InlineData("[Network(10, InputMeanSquare = 0.25)] [Dense(7, Init = Initializer.LeCun)]", 0.25)]
    [InlineData("[Network(10)] [Dense(7, Init = Initializer.PyTorch)]", (1.0 / 3) + (1.0 / 30))] // var(w) = var(b) = 1/(3·10)
    [InlineData("[Network(10)] [Dense(7, Init = Initializer.Orthogonal)]", 1)]
    [InlineData("[Network(10)] [Dense(20, Init = Initializer.Orthogonal)]", 0.5)] // 10 rows of length 1 over 20 outputs
    [InlineData("[Network(10)] [Dense(7, Init = Initializer.Zeros)]", 0)]
    [InlineData("[Network(10)] [Dropout(0.2)] [Dense(10, Init = Initializer.Orthogonal)]", 1.25)]
    [InlineData("[Network(10)] [Dropout(1)] [Dense(10, Init = Initializer.Orthogonal)]", 0)]
    [InlineData("[Network(10)] [Sigmoid]", 0.293379)] // 1/1.8462²
    public void The_mean_square_behind_one_layer(string stack, double expected) =>
        Assert.Equal(expected, Propagate(stack).Layers[0].Output.MeanSquare, 2e-5);

    [Theory]
    [InlineData("[Network(10)] [Dense(40, Init = Initializer.LeCun)]", 4)] // 40/10
    [InlineData("[Network(10)] [Dense(40, Init = Initializer.Glorot)]", 1.6)] // 40·2/50
    [InlineData("[Network(10)] [Dense(20, Init = Initializer.Orthogonal)]", 1)]
    [InlineData("[Network(10)] [Dropout(0.2)] [Dense(10, Init = Initializer.Orthogonal)]", 1.25)]
    [InlineData("[Network(10)] [Dropout(1)] [Dense(10, Init = Initializer.Orthogonal)]", 0)]
    [InlineData("[Network(10)] [Sigmoid]", 0.044838)] // 1/4.7226²
    [InlineData("[Network(1)] [Softmax]", 0)]
    [InlineData("[Network(1)] [LogSoftmax]", 0)]
    public void The_gradient_before_one_layer(string stack, double expected) =>
        Assert.Equal(expected, Propagate(stack).InputGradient.MeanSquare, 2e-5);

    [Fact]
    public void Auto_starts_every_layer_with_mean_square_1()
    {
        foreach (string activation in new[] { "GELU", "Sigmoid", "Softplus", "Swish(1.5)", "Dropout(0.3)" })
        {
            SignalPropagation signal = Propagate(Stack(6, $"Dense(50), {activation}"));
            Assert.All(Enumerable.Range(0, 6), i => Assert.Equal(1, signal.Layers[2 * i].Output.MeanSquare, 1e-4));
        }
    }

    [Fact]
    public void Sigmoid_loses_six_tenths_of_the_gradient_in_a_layer()
    {
        SignalPropagation signal = Propagate(Stack(4, "Dense(64), Sigmoid"));
        double ratio = Math.Sqrt(signal.Layers[3].Gradient.MeanSquare / signal.Layers[5].Gradient.MeanSquare);
        Assert.Equal(0.39, ratio, 0.005);
    }

    [Fact]
    public void Deep_silu_is_unpredictable_and_narrow_bands_are_gamma()
    {
        SignalPropagation signal = Propagate(Stack(20, "Dense(128), SiLU"));
        Assert.True(signal.Layers[5].Output.Predict(128).IsPredictable);
        Assert.False(signal.Layers[39].Output.Predict(128).IsPredictable);
        Assert.False(signal.InputGradient.Predict(128).IsPredictable);

        // ln of one squared normal value: mean −γ − ln 2 = −1.27, variance π²/2.
        Prediction single = Signal.Normal(1).Predict(1);
        Assert.Equal(Math.Exp((-1.2704 / 2) - Math.Sqrt(Math.PI * Math.PI / 2)), single.Low, 1e-4);
        Assert.Equal(Math.Exp((-1.2704 / 2) + Math.Sqrt(Math.PI * Math.PI / 2)), single.High, 1e-3);
        Assert.Equal((1, 1), (new Signal(1, 0, 0).Predict(1).Low, new Signal(1, 0, 0).Predict(1).High));
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(9)]
    public void Softmax_of_two_classes_is_a_sigmoid(double q)
    {
        // d = z₁ − z₂ is normal with variance 2q: Σy² = 1 − 2σ(d)σ(−d), ln Σe^z = (z₁ + z₂)/2 + ln(2 cosh(d/2)).
        SoftmaxMoments moments = SoftmaxMoments.Of(q, 2);
        double[] d = [.. Enumerable.Range(-4000, 8001).Select(i => i * 0.002 * Math.Sqrt(2 * q))];
        double Mean(Func<double, double> of) => d.Sum(x => of(x) * 0.002 * RealMath.NormalPdf(x / Math.Sqrt(2 * q)));
        double Product(double x) => 1 / (2 + Math.Exp(x) + Math.Exp(-x));
        double LogCosh(double x) => Math.Log(2 * Math.Cosh(x / 2));

        Assert.Equal(Mean(x => 1 - (2 * Product(x))), moments.Squares, 1e-4);
        Assert.Equal(Mean(x => 1 - (3 * Product(x))), moments.Cubes, 1e-4);
        Assert.Equal(Mean(x => Math.Pow(1 - (2 * Product(x)), 2)), moments.SquaresSquared, 1e-4);
        Assert.Equal(Mean(LogCosh), moments.LogSumMean, 1e-4);
        Assert.Equal((q / 2) + Mean(x => LogCosh(x) * LogCosh(x)) - Math.Pow(Mean(LogCosh), 2), moments.LogSumVariance, 1e-3);
    }

    /// <summary>d ln E y² / d ln q by the same random rows at two scales.</summary>
    [Theory]
    [InlineData(2, 1)] // 0.675
    [InlineData(2, 16)]
    [InlineData(10, 0.25)]
    [InlineData(10, 25)] // 0.96
    [InlineData(100, 4)]
    [InlineData(1, 1)]
    public void The_slope_of_log_softmax_is_the_derivative(int classes, double q)
    {
        Random random = new(5);
        double low = 0, high = 0;
        for (int row = 0; row < 40_000; row++)
        {
            double[] z = [.. Enumerable.Range(0, classes).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
            low += Square(z, Math.Sqrt(q / 1.05));
            high += Square(z, Math.Sqrt(q * 1.05));
        }
        double expected = classes == 1 ? 0 : Math.Log(high / low) / (2 * Math.Log(1.05));

        Assert.Equal(expected, SoftmaxMoments.Of(q, classes).LogSlope, 0.02);
        SignalTransfer transfer = SignalTransfers.Of(Analyze.Stack($"[Network({classes})] [LogSoftmax]").Plan!.Layers[0], new(q, 2, 0.3));
        Assert.Equal(0.3 * expected * expected, transfer.Output.Scatter, 0.015);

        double Square(double[] z, double scale) => z.Sum(v => Math.Pow((scale * v) - Math.Log(z.Sum(other => Math.Exp(scale * other))), 2));
    }

    [Theory]
    [InlineData(-1, 1, 2.0 / 3)] // ½(1 + E s²), E s² = ⅓
    [InlineData(-0.5, 0.5, 0.5 + (1.0 / 24))]
    [InlineData(0.125, 1.0 / 3, 0.528067)] // E s² = (1/64 + 1/24 + 1/9)/3
    [InlineData(0, 0, 0.5)]
    public void Random_slopes_count_as_training_draws_them(double lower, double upper, double expected)
    {
        string range = System.FormattableString.Invariant($"{lower}, {upper}");
        SignalPropagation signal = Propagate($"[Network(8)] [RReLU({range})]");
        Assert.Equal(expected, signal.Layers[0].Output.MeanSquare, 2e-6);
        Assert.Equal(expected, signal.InputGradient.MeanSquare, 2e-6);
        // E f⁴ = 3·½(1 + E s⁴).
        double fourth = lower == upper ? Math.Pow(lower, 4) : (Math.Pow(upper, 5) - Math.Pow(lower, 5)) / 5 / (upper - lower);
        Assert.Equal((1.5 * (1 + fourth) / expected / expected) - 1, signal.Layers[0].Output.UnitSpread, 1e-4);
        Assert.Equal(lower == upper, Propagate("[Network(8)] " + string.Concat(Enumerable.Repeat($"[Dense(2), RReLU({range})]", 10)) + "[Dense(1)]").BornDead > 0.1);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1e-9, 1000)]
    [InlineData(1, 100_000)]
    [InlineData(1e7, 10)]
    public void Softmax_stays_between_uniform_and_one_hot(double q, int classes)
    {
        SoftmaxMoments moments = SoftmaxMoments.Of(q, classes);
        Assert.InRange(moments.Squares, 0.999 / classes, 1.001);
        Assert.InRange(moments.SquaresSquared, 0.999 * moments.Squares * moments.Squares, 1.001);
        Assert.InRange(moments.LogSumMean, Math.Log(classes) - 1e-3, Math.Log(classes) + (q / 2) + 1e-3); // Jensen
        Assert.InRange(moments.LogSumVariance, 0, q * 1.02 + 1e-4);
        Assert.InRange(moments.Slope, -2e-3, 1.2 * Math.Min(q, 400) + 2e-3);
    }

    private static string Stack(int depth, string block) => "[Network(128)] " + string.Concat(Enumerable.Repeat($"[{block}] ", depth)) + "[Dense(128)]";

    private static SignalPropagation Propagate(string stack)
    {
        NetworkAnalysis analysis = Analyze.Stack(stack);
        Assert.Equal("", string.Join("\n", analysis.Problems.Select(problem => problem.Message)));
        return analysis.Plan!.Signal;
    }
}
