using System.Text.Json;
using ActGen.Runtime.Tests.Optimizers;
using ActGen.Runtime.Tests.Proofs.Definitions;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>Layers give PyTorch's outputs and gradients, with PyTorch's weights in their places: Golden/make_layers.py is how.</summary>
public sealed class TorchTests
{
    private const int Rows = 5;

    private static readonly Dictionary<string, NetworkSpec> Specs = new()
    {
        ["softmin"] = Of(7, new SoftminSpec()),
        ["softmax"] = Of(7, new SoftmaxSpec()),
        ["log_softmax"] = Of(7, new LogSoftmaxSpec()),
        ["glu"] = Of(18, new GateSpec(F("Sigmoid"), "GLU")),
        ["prelu_channels"] = Of(9, F("PReLU") with { PerChannel = true }),
        ["crelu"] = Of(9, new CReLUSpec()),
        ["maxout"] = Of(12, new MaxoutSpec(3)),
        ["swiglu"] = Of(5, new GatedDenseSpec(4, F("SiLU"), Name: "SwiGLU"), new DenseSpec(3)),
        ["geglu"] = Of(5, new GatedDenseSpec(4, F("GELU"), Name: "GEGLU"), new DenseSpec(3)),
        ["geglu_tanh"] = Of(5, new GatedDenseSpec(4, new(ActivationDefinitions.All.Single(definition => definition.Struct == "GELUTanh"))), new DenseSpec(3)),
        ["reglu"] = Of(5, new GatedDenseSpec(4, F("ReLU"), Name: "ReGLU"), new DenseSpec(3)),
        ["layer_norm"] = Of(7, new DenseSpec(19), new LayerNormSpec(), F("Tanh"), new DenseSpec(3)),
        ["layer_norm_plain"] = Of(9, new LayerNormSpec(Affine: false) { DeclaredEpsilon = 0.5 }),
        ["batch_norm"] = Of(7, new DenseSpec(19, Bias: false), new BatchNormSpec(), F("Tanh"), new DenseSpec(3)),
        ["batch_norm_plain"] = Of(9, new BatchNormSpec(Affine: false) { DeclaredEpsilon = 0.5, Momentum = 0.25 }),
        ["batch_norm_image"] = new([3, 2, 5], [new BatchNormSpec(), F("Tanh")], new MSESpec()),
        ["layer_norm_image"] = new([11, 2, 3], [new LayerNormSpec()], new MSESpec()),
        ["group_norm"] = new([6, 3, 3], [new GroupNormSpec(2), F("Tanh")], new MSESpec()),
        ["instance_norm"] = new([3, 3, 5], [new GroupNormSpec(3, Affine: false), F("Tanh")], new MSESpec()),
        ["group_norm_features"] = Of(7, new DenseSpec(24), new GroupNormSpec(2), F("Tanh"), new DenseSpec(3)),
        ["rms_norm"] = Of(7, new DenseSpec(19), new RMSNormSpec() { DeclaredEpsilon = 1e-6 }, F("Tanh"), new DenseSpec(3)),
        ["conv2d"] = Of([3, 5, 6], new ConvolutionSpec(2, 4, 3, 3), F("Tanh"), new ConvolutionSpec(2, 2, 2, 3) { Bias = false }),
        ["conv2d_options"] = Of([4, 7, 6], new ConvolutionSpec(2, 6, 3, 3) { Stride = 2, Padding = 2, Dilation = 2, Groups = 2 }),
        ["conv2d_same"] = Of([2, 4, 5], new ConvolutionSpec(2, 3, 4, 4) { Padding = -1 }),
        ["conv2d_depthwise"] = Of([5, 4, 4], new ConvolutionSpec(2, 5, 3, 3) { Padding = 1, Groups = 5 }, new ConvolutionSpec(2, 3, 1, 1)),
        ["conv1d"] = Of([3, 11], new ConvolutionSpec(1, 4, 1, 3) { Padding = 1 }, F("SiLU"), new ConvolutionSpec(1, 2, 1, 4) { Stride = 2 }),
        ["residual"] = Of(5, new ResidualSpec(new DenseSpec(7), F("Tanh"), new ResidualSpec(new DenseSpec(7), F("GELU")), new DenseSpec(5)), F("SiLU"), new DenseSpec(3)),
        ["rrelu_at_inference"] = Of(9, new RReLUSpec()),
        ["max_pool_2d"] = Of([3, 5, 7], new PoolSpec(2, true, 2)),
        ["max_pool_2d_overlapping"] = Of([2, 7, 6], new PoolSpec(2, true, 3, Stride: 2, Padding: 1)),
        ["max_pool_1d"] = Of([3, 11], new PoolSpec(1, true, 3, Stride: 2, Padding: 1)),
        ["average_pool_2d"] = Of([3, 5, 7], new PoolSpec(2, false, 2)),
        ["average_pool_2d_overlapping"] = Of([2, 7, 6], new PoolSpec(2, false, 3, Stride: 2, Padding: 1)),
        ["average_pool_1d"] = Of([3, 11], new PoolSpec(1, false, 3, Stride: 2, Padding: 1)),
        ["global_average_pool"] = Of([4, 3, 5], new PoolSpec(0, false)),
        ["global_max_pool"] = Of([4, 3, 5], new PoolSpec(0, true)),
        ["permute"] = Of([2, 3, 4], new PermuteSpec(2, 3, 1), F("Tanh")),
        ["rnn"] = Of([4, 3], new RecurrentSpec("RNN", 7), new DenseSpec(2)),
        ["rnn_relu"] = Of([3, 4], new RecurrentSpec("RNN", 5) { Rectified = true, ReturnSequences = true }, new DenseSpec(2)),
        ["lstm"] = Of([5, 3], new RecurrentSpec("LSTM", 9), new DenseSpec(2)),
        ["lstm_one_step"] = Of([1, 4], new RecurrentSpec("LSTM", 17)),
        ["lstm_sequences"] = Of([4, 3], new RecurrentSpec("LSTM", 5) { ReturnSequences = true }, F("Tanh"), new RecurrentSpec("LSTM", 4)),
        ["lstm_both_ways"] = Of([4, 3], new RecurrentSpec("LSTM", 5) { Bidirectional = true }, new DenseSpec(2)),
        ["gru"] = Of([5, 3], new RecurrentSpec("GRU", 9), new DenseSpec(2)),
        ["gru_sequences_both_ways"] = Of([4, 3], new RecurrentSpec("GRU", 5) { ReturnSequences = true, Bidirectional = true }, new DenseSpec(2)),
        ["gru_residual"] = Of([4, 6], new ResidualSpec(new RecurrentSpec("GRU", 6) { ReturnSequences = true }), new RecurrentSpec("RNN", 3)),
    };

    private static readonly Lazy<Dictionary<string, IFloatNetwork>> Networks = new(() =>
        Specs.Keys.Zip(NetworkFactory.CompileFloat([.. Specs.Values])).ToDictionary(pair => pair.First, pair => pair.Second));

    private static readonly JsonElement Golden = GoldenFile.Read("layers.json").GetProperty("cases");

    public static TheoryData<string> Cases => [.. Specs.Keys];

    [Fact]
    public void Every_case_of_the_file_is_compared() => Assert.Equal(Golden.EnumerateObject().Select(one => one.Name), Specs.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Equals_PyTorch(string name)
    {
        NetworkSpec spec = Specs[name];
        IFloatNetwork network = Networks.Value[name];
        JsonElement expected = Golden.GetProperty(name);
        int trained = network.Table.Where(tensor => tensor.Kind != ParameterKind.Statistic).Sum(tensor => tensor.Length);
        float[] parameters = [.. Enumerable.Range(0, trained).Select(i => Number(i, 1) / 4), .. network.Table.Where(tensor => tensor.Kind == ParameterKind.Statistic).SelectMany(Statistic)];
        float[] inputs = [.. Enumerable.Range(0, Rows * spec.InputSize).Select(i => Number(i, 2))], targets = [.. Enumerable.Range(0, Rows * spec.OutputSize).Select(i => Number(i, 3))];

        AssertNear(expected.GetProperty("outputs"), network.Forward(parameters, inputs));
        // Its slopes are random in training.
        if (name == "rrelu_at_inference")
            return;
        FloatStep step = network.Step(parameters, inputs, null, targets, new TrainerOptions { MaxDegreeOfParallelism = 1 });
        Assert.Equal(expected.GetProperty("loss").GetDouble(), step.Loss, 1e-6 * step.Loss);
        AssertNear(expected.GetProperty("inputGradient"), step.InputGradients);
        AssertNear(expected.GetProperty("gradient"), step.Gradients);
        AssertNear(expected.GetProperty("statistics"), step.Statistics);
    }

    private static void AssertNear(JsonElement expected, float[] actual)
    {
        double[] values = [.. expected.EnumerateArray().Select(item => item.GetDouble())];
        Assert.Equal(values.Length, actual.Length);
        double largest = values.Select(Math.Abs).DefaultIfEmpty(0).Max();
        for (int i = 0; i < values.Length; i++)
            Assert.Equal(values[i], actual[i], 1e-6 * largest);
    }

    /// <summary>The same as in the script, exact in float.</summary>
    private static float Number(int i, int salt) => ((((i * 7919L) + (salt * 104729L)) % 251) - 125) / 64f;

    /// <summary>Running averages as the script sets them.</summary>
    private static IEnumerable<float> Statistic(ParameterInfo tensor) => Enumerable.Range(0, tensor.Length)
        .Select(i => tensor.Name.EndsWith("mean", StringComparison.Ordinal) ? Number(i, 4) / 8 : 1 + Math.Abs(Number(i, 5)));

    private static ActivationSpec F(string name) => new(ActivationDefinitions.Named(name));

    private static NetworkSpec Of(int width, params LayerSpec[] layers) => Of([width], layers);

    private static NetworkSpec Of(int[] shape, params LayerSpec[] layers) => new(shape, layers, new MSESpec());
}
