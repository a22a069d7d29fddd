using ActGen.Frontend.Analysis;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Meaning;
using ActGen.Frontend.Model;
using ActGen.Frontend.Propagation;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>Normalisations: tensors, arguments, facts, what they do to signal and gradient.</summary>
public sealed class NormalizationTests
{
    [Theory]
    [InlineData("[Network(6)] [LayerNorm]", "layer1.weight 6, layer1.bias 6", 1e-5)]
    [InlineData("[Network(3, 6)] [LayerNorm(Affine = false, Epsilon = 0.5)]", "", 0.5)]
    [InlineData("[Network(6)] [BatchNorm]", "layer1.weight 6, layer1.bias 6, layer1.running_mean 6, layer1.running_var 6", 1e-5)]
    [InlineData("[Network(6, 4, 3)] [BatchNorm(Affine = false, Epsilon = 1e-3)]", "layer1.running_mean 6, layer1.running_var 6", 1e-3)]
    [InlineData("[Network(6, 4, 3)] [GroupNorm(3)]", "layer1.weight 6, layer1.bias 6", 1e-5)]
    [InlineData("[Network(3, 6)] [RMSNorm]", "layer1.weight 6", 1.0 / (1 << 23))]
    [InlineData("[Network(6)] [RMSNorm(Affine = false)]", "", 1.0 / (1 << 23))]
    public void Tensors_and_epsilon(string attributes, string tensors, double epsilon)
    {
        NetworkAnalysis analysis = Analyze.Stack(attributes);
        NetworkPlan plan = analysis.Plan!;

        Assert.Equal(tensors, string.Join(", ", plan.Parameters.Select(tensor => $"{tensor.Name} {new Shape(tensor.Dimensions)}")));
        Assert.Equal(epsilon, plan.Layers.Items.OfType<PlannedNormalization>().Single().Epsilon);
        Assert.Equal(plan.Input, plan.Output);
        Assert.Equal(plan.ParameterCount, analysis.Layers.Items.Sum(layer => layer.ParameterCount));
        Assert.All(plan.Parameters, tensor => Assert.Equal((tensor.Kind == TensorKind.Scale || tensor.Name.EndsWith("var", StringComparison.Ordinal) ? 1 : 0, Frontend.Model.InitialDistribution.Constant), (tensor.Scale, tensor.Distribution)));
    }

    [Fact]
    public void Statistics_lie_behind_all_that_is_trained_and_are_no_parameters()
    {
        NetworkAnalysis analysis = Analyze.Stack("[Network(4)] [BatchNorm] [Dense(3, Bias = false)] [BatchNorm(Affine = false)] [Dense(2)]");

        Assert.Equal(["layer1.weight 0", "layer1.bias 4", "layer2.weight 8", "layer4.weight 20", "layer4.bias 26", "layer1.running_mean 28", "layer1.running_var 32", "layer3.running_mean 36", "layer3.running_var 39"],
            analysis.Plan!.Parameters.Select(tensor => $"{tensor.Name} {tensor.Offset}"));
        Assert.Equal(28, analysis.Plan.ParameterCount);
        Assert.Equal(28, analysis.Layers.Items.Sum(layer => layer.ParameterCount));
    }

    [Theory]
    [InlineData("[Network(4)] [BatchNorm(Momentum = -0.1)]")]
    [InlineData("[Network(4)] [BatchNorm(Momentum = double.NaN)]")]
    public void Momentum_is_a_share(string attributes) =>
        Assert.Contains("the share of a new batch in the averages is between 0 and 1", Assert.Single(Analyze.Stack(attributes).Problems).Message);

    [Theory]
    [InlineData("LayerNorm", "0")]
    [InlineData("LayerNorm", "-1e-5")]
    [InlineData("RMSNorm", "double.NaN")]
    [InlineData("RMSNorm", "1e39")]
    // the nearest float is 0
    [InlineData("RMSNorm", "1e-60")]
    public void Epsilon_is_a_float_above_0(string layer, string epsilon) =>
        Assert.Contains("ε is added to a variance that may be 0: it is a float above 0", Assert.Single(Analyze.Stack($"[Network(4)] [{layer}(Epsilon = {epsilon})]").Problems).Message);

    [Theory]
    [InlineData("LayerNorm", NormalizedOver.Row, ValueKind.Logits, LayerMap.Nonlinear)]
    [InlineData("GroupNorm(2)", NormalizedOver.Row, ValueKind.Logits, LayerMap.Nonlinear)]
    [InlineData("RMSNorm", NormalizedOver.Row, ValueKind.Logits, LayerMap.Nonlinear)]
    // affine at inference, of anything
    [InlineData("BatchNorm", NormalizedOver.Batch, ValueKind.Unknown, LayerMap.Affine)]
    internal void What_rules_may_know(string layer, NormalizedOver over, ValueKind kind, LayerMap map)
    {
        LayerMeaning meaning = NetworkMeaning.Of(Analyze.Stack($"[Network(4)] [{layer}] [MSELoss]")).Layers[0];

        Assert.Equal((over, kind), (meaning.Facts.Normalizes, meaning.Behind.Kind));
        Assert.Equal(map, meaning.Facts.Map);
    }

    [Theory]
    [InlineData("LayerNorm", 3, 0.5)]
    [InlineData("LayerNorm", 64, 4)]
    [InlineData("LayerNorm(Epsilon = 2)", 64, 3)]
    [InlineData("RMSNorm", 8, 0.25)]
    [InlineData("RMSNorm(Epsilon = 0.5)", 64, 2)]
    public void Predictions_are_what_rows_of_normal_values_give(string layer, int width, double q)
    {
        var planned = (PlannedRowNormalization)Analyze.Stack($"[Network({width})] [{layer}]").Plan!.Layers[0];
        SignalTransfer transfer = SignalTransfers.Of(planned, Signal.Normal(q));
        Random random = new(11);
        double signal = 0, gradient = 0;
        int rows = 400_000 / width;
        for (int row = 0; row < rows; row++)
        {
            double[] x = [.. Enumerable.Range(0, width).Select(_ => Math.Sqrt(q) * Normal(random))], g = [.. x.Select(_ => Normal(random))];
            double mean = planned.Centers ? x.Average() : 0, deviation = Math.Sqrt(x.Average(value => (value - mean) * (value - mean)) + planned.Epsilon);
            double[] y = [.. x.Select(value => (value - mean) / deviation)];
            double sum = planned.Centers ? g.Average() : 0, product = g.Zip(y, (a, b) => a * b).Average();
            signal += y.Average(value => value * value) / rows;
            gradient += g.Zip(y, (a, b) => Math.Pow((a - sum - (b * product)) / deviation, 2)).Average() / rows;
        }

        Assert.Equal(1, transfer.Output.MeanSquare / signal, 0.02);
        // A narrow row's own scale differs from row to row, and the gradient is divided by it: the prediction takes its mean.
        if (width >= 64)
            Assert.Equal(1, transfer.Backward(GradientSignal.Of(Signal.Normal(1))).Mean.MeanSquare / gradient, 0.05);
    }

    [Fact]
    public void Behind_a_normalisation_the_signal_is_known_whatever_was_before_and_in_every_network()
    {
        PlannedLayer layer = Analyze.Stack("[Network(40)] [LayerNorm]").Plan!.Layers[0];

        Assert.Equal(1, SignalTransfers.Of(layer, new Signal(double.NaN, 0, 0)).Output.MeanSquare);
        Signal behind = SignalTransfers.Of(layer, new Signal(1e-3, 2, 5)).Output;
        Assert.Equal(0, behind.Scatter);
        Assert.InRange(behind.MeanSquare, 0.98, 1);
        Assert.True(behind.Predict(40).Deviation < 0.01);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
