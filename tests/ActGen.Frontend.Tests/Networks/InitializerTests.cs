using System.Text.Json;
using ActGen.Frontend.Analysis;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>The standard deviations and bounds of initialisers against torch.nn.init; Golden/make_initializers.py recorded them.</summary>
public sealed class InitializerTests
{
    private static readonly JsonElement Golden = ReadGolden();

    [Fact]
    public void Deviations_and_bounds_equal_PyTorchs()
    {
        foreach (JsonElement golden in Golden.GetProperty("cases").EnumerateArray())
        {
            string name = golden.GetProperty("initializer").GetString()!;
            (int inputs, int outputs) = (golden.GetProperty("inputs").GetInt32(), golden.GetProperty("outputs").GetInt32());
            string[] withActivation = name.Split(' '), withScale = withActivation[0].Split('*');
            string scale = withScale.Length > 1 ? $", InitScale = {withScale[1]}" : "", activation = withActivation.Length > 1 ? $", {withActivation[1]}" : "";
            ParameterTensor weights = Weights($"[Network({inputs})] [Dense({outputs}, Init = Initializer.{withScale[0]}{scale}){activation}]");

            Assert.Equal(golden.GetProperty("distribution").GetString(), weights.Distribution.ToString());
            double expected = golden.GetProperty("scale").GetDouble();
            // Six significant digits are stored. PyTorch's gain of leaky ReLU is exact, here it comes from quadrature.
            Assert.Equal(expected, weights.Scale, expected * (name.Contains("Leaky", StringComparison.Ordinal) ? 1e-5 : 5e-6));
        }
    }

    [Fact]
    public void Every_initializer_is_compared_or_has_nothing_to_compare()
    {
        string[] compared = [.. Golden.GetProperty("cases").EnumerateArray().Select(golden => golden.GetProperty("initializer").GetString()!.Split(' ', '*')[0]).Distinct()];
        string[] exact = ["Auto", "Orthogonal", "Zeros", "Ones", "Identity", "TruncatedNormal"];

        Assert.Equal(Enum.GetNames<Initializer>().Order(), compared.Concat(exact).Order());
    }

    [Theory]
    [InlineData("Orthogonal", "Orthogonal", 1)]
    [InlineData("Orthogonal, InitScale = 1.5", "Orthogonal", 1.5)]
    [InlineData("Zeros, InitScale = 3", "Constant", 0)]
    [InlineData("Ones", "Constant", 1)]
    [InlineData("Ones, InitScale = -0.25", "Constant", -0.25)]
    [InlineData("Identity, InitScale = 2", "Identity", 2)]
    [InlineData("TruncatedNormal, InitScale = 0.02", "TruncatedNormal", 0.02)]
    [InlineData("Auto, InitScale = 0.5", "Normal", 0.25)]
    public void Those_without_a_number_of_their_own(string initializer, string distribution, double scale)
    {
        ParameterTensor weights = Weights($"[Network(4)] [Dense(3, Init = Initializer.{initializer})]");

        Assert.Equal((distribution, scale), (weights.Distribution.ToString(), weights.Scale));
    }

    [Theory]
    [InlineData("[SwiGLU(4, Init = Initializer.HeFanOut, InitScale = 0.5)]")]
    [InlineData("[GatedDense<Formulas.Swish>(4, Init = Initializer.HeFanOut, InitScale = 0.5)]")]
    // The fan_out of values and gate is their own.
    public void Gated_layers_take_them_too(string layer) => Assert.Equal(0.5 * Math.Sqrt(2.0 / 4), Weights($"[Network(5)] {layer}").Scale, 1e-6);

    [Fact]
    public void The_scale_leaves_biases_alone()
    {
        NetworkPlan plan = Analyze.Stack("[Network(4)] [Dense(3, Init = Initializer.PyTorch, InitScale = 10)]").Plan!;

        Assert.Equal([5, 0.5], plan.Parameters.Select(tensor => tensor.Scale));
    }

    [Theory]
    [InlineData("TruncatedNormal", 0.8796)]
    [InlineData("Identity", 0.7071)]
    [InlineData("Uniform", 1.1547)]
    public void The_signal_follows_the_initializer(string initializer, double rms) =>
        // 4 inputs with mean square 1 and 8 outputs: √(4·Var(w)); of the identity half the outputs are 0.
        Assert.Equal(rms * (initializer == "TruncatedNormal" ? 2 : 1), Rms($"[Network(4)] [Dense(8, Init = Initializer.{initializer})]"), 1e-4);

    [Fact]
    public void Weights_that_are_all_alike_give_no_prediction() =>
        Assert.True(double.IsNaN(Rms("[Network(4)] [Dense(8, Init = Initializer.Ones)]")));

    [Fact]
    public void A_truncated_normal_has_the_deviation_that_PyTorch_draws() =>
        Assert.Equal(Golden.GetProperty("truncatedDeviation").GetDouble(), Rms("[Network(1)] [Dense(8, Init = Initializer.TruncatedNormal)]"), 2e-3);

    private static double Rms(string stack) => Math.Sqrt(Analyze.Stack(stack).Plan!.Signal.Layers[0].Output.MeanSquare);

    private static ParameterTensor Weights(string stack)
    {
        NetworkAnalysis analysis = Analyze.Stack(stack);
        Assert.Equal("", analysis.Ids());
        return analysis.Plan!.Parameters[0];
    }

    private static JsonElement ReadGolden()
    {
        using Stream file = typeof(InitializerTests).Assembly.GetManifestResourceStream("initializers.json")!;
        using JsonDocument document = JsonDocument.Parse(file);
        return document.RootElement.Clone();
    }
}
