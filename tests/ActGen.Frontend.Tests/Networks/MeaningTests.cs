using ActGen.Frontend.Analysis;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Meaning;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Tests.Networks;

public class MeaningTests
{
    [Fact]
    public void Every_kind_of_layer_states_its_facts() => Assert.Equal(Enum.GetValues<LayerKind>().Order(), LayerTypes.Kinds.Order());

    [Theory]
    [InlineData("Dense(8)", nameof(LayerMap.Weighted))]
    [InlineData("SwiGLU(8)", nameof(LayerMap.Product))]
    [InlineData("GLU", nameof(LayerMap.Product))]
    [InlineData("Dropout(0.5)", nameof(LayerMap.Identity))]
    [InlineData("Activation<Formulas.Identity>", nameof(LayerMap.Identity))]
    [InlineData("LeakyReLU(1)", nameof(LayerMap.Identity))]
    [InlineData("LeakyReLU", nameof(LayerMap.Nonlinear))]
    [InlineData("RReLU", nameof(LayerMap.Nonlinear))]
    [InlineData("Maxout(2)", nameof(LayerMap.Nonlinear))]
    [InlineData("LayerNorm", nameof(LayerMap.Nonlinear))]
    // nobody knows what a learned slope will be
    [InlineData("PReLU", nameof(LayerMap.Unknown))]
    public void Layers_say_how_they_map(string layer, string map) => Assert.Equal(map, First(layer).Facts.Map.ToString());

    [Theory]
    [InlineData("Dense(8)", ValueKind.Logits, 0)]
    [InlineData("Dense(8), Softmax", ValueKind.Probabilities, 1)]
    [InlineData("Softmin", ValueKind.Probabilities, 0)]
    [InlineData("Dense(8), Sparsemax, Dropout(0.1)", ValueKind.Probabilities, 1)]
    [InlineData("LogSoftmax", ValueKind.LogProbabilities, 0)]
    [InlineData("Sigmoid", ValueKind.UnitInterval, 0)]
    [InlineData("HardSigmoid", ValueKind.UnitInterval, 0)]
    [InlineData("Tanh", ValueKind.SignedUnit, 0)]
    [InlineData("Softsign", ValueKind.SignedUnit, 0)]
    [InlineData("ReLU", ValueKind.NonNegative, 0)]
    // bounded, but flat on one side of 0 only, or not rising
    [InlineData("ReLU6", ValueKind.NonNegative, 0)]
    [InlineData("Gaussian", ValueKind.NonNegative, 0)]
    [InlineData("GELU", ValueKind.Unknown, 0)]
    [InlineData("Dense(8), GLU", ValueKind.Unknown, 1)]
    [InlineData("Dense(8), LeakyReLU(1)", ValueKind.Logits, 0)]
    [InlineData("Dropout(0.1)", ValueKind.Unknown, -1)]
    internal void Values_have_a_meaning_and_a_source(string layers, ValueKind kind, int source)
    {
        Values values = Of(layers).Layers[^1].Behind;

        Assert.Equal((kind, source), (values.Kind, values.Source));
        Assert.Equal(kind is ValueKind.Probabilities or ValueKind.LogProbabilities ? 8 : 0, values.Classes);
    }

    [Fact]
    public void Affine_formulas_keep_logits_and_nothing_else()
    {
        const string Formula = "[ActivationFunction] readonly partial struct Own { static float Formula(float x) => 2 * x + 1; }";

        Assert.Equal(ValueKind.Logits, Program("Dense(3), Activation<Own>").Kind);
        Assert.Equal(ValueKind.Unknown, Program("Softmax, Activation<Own>").Kind);

        static Values Program(string layers) => NetworkMeaning.Of(Analyze.Program($"using ActGen;\n[Network(8), {layers}] public sealed partial class Net; {Formula}")).Layers[^1].Behind;
    }

    [Fact]
    public void The_loss_sees_what_stands_before_it_wherever_it_stands()
    {
        NetworkMeaning network = NetworkMeaning.Of(Analyze.Stack("[Network(8)] [Dense(3), Softmax] [CrossEntropyLoss] [Dense(2)]"));

        Assert.Equal(ValueKind.Probabilities, network.AtLoss.Kind);
        Assert.Equal("Softmax", network.SourceOf(network.AtLoss)!.Name);
    }

    [Fact]
    public void Flow_is_that_of_the_declared_layer_where_it_is_planned_as_two()
    {
        NetworkAnalysis analysis = Analyze.Stack("[Network(64)] [Dense(32), Sigmoid] [SwiGLU(16)] [Dense(4)]");
        NetworkMeaning network = NetworkMeaning.Of(analysis);
        LayerFlow gated = network.Layers[2].Flow!;

        // Dense, Sigmoid, Dense and gate of SwiGLU, Dense.
        Assert.Equal(5, analysis.Plan!.Layers.Count);
        Assert.Equal(Math.Sqrt(analysis.Plan.Signal.Layers[1].Output.MeanSquare), gated.Input);
        Assert.Equal(Math.Sqrt(analysis.Plan.Signal.Layers[3].Output.MeanSquare), gated.Output);
        Assert.Equal(Math.Sqrt(analysis.Plan.Signal.Layers[1].Gradient.MeanSquare), gated.InputGradient);
        Assert.Equal(Math.Sqrt(analysis.Plan.Signal.Layers[3].Gradient.MeanSquare), gated.OutputGradient);
        // √E σ′² over a standard normal, by the trapezoid rule elsewhere.
        Assert.Equal(0.211746, network.Layers[1].Flow!.GradientFactor, 4);
        Assert.Empty(NetworkMeaning.Of(Analyze.Stack("[Network(0)] [Dense(3)]")).Layers.Where(layer => layer.Flow is not null));
    }

    private static NetworkMeaning Of(string layers) => NetworkMeaning.Of(Analyze.Stack($"[Network(8), {layers}]"));

    private static LayerMeaning First(string layer) => Of(layer).Layers[0];
}
