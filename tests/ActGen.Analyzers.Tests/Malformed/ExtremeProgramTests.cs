using ActGen.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Analyzers.Tests.Malformed;

/// <summary>Programs that are right or wrong as others are, but far larger or deeper than anybody writes: nothing may overflow the stack or hang.</summary>
public class ExtremeProgramTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(3000)]
    public Task A_sum_of_many_terms(int terms) => CheckFormula(string.Join(" + ", Enumerable.Repeat("x", terms)));

    [Theory]
    [InlineData(100)]
    [InlineData(3000)]
    public Task A_product_of_many_factors(int factors) => CheckFormula(string.Join(" * ", Enumerable.Repeat("Functions.Sigmoid(x)", factors)));

    [Theory]
    [InlineData(50)]
    [InlineData(400)]
    public Task Calls_in_calls(int depth) => CheckFormula(Nested("Functions.Tanh(", depth));

    [Theory]
    [InlineData(50)]
    [InlineData(400)]
    public Task Conditions_in_conditions(int depth) =>
        CheckFormula(string.Concat(Enumerable.Range(0, depth).Select(level => $"x > {level} ? x * {level} : ")) + "x");

    [Theory]
    [InlineData(50)]
    [InlineData(400)]
    public Task Exponentials_of_exponentials(int depth) => CheckFormula(Nested("Functions.Exp(", depth));

    [Fact]
    public Task Many_parameters() => Check(
        $"[ActivationFunction] readonly partial struct Own {{ static float Formula(float x, {string.Join(", ", Enumerable.Range(0, 300).Select(index => $"[Learnable] float p{index} = 1f"))}) => x * p7; }}\n" +
        "[Network(4), Dense(4), Activation<Own>, Dense(1), MSELoss] sealed partial class Net;");

    [Theory]
    [InlineData("[Dense(8), ReLU]", 1000)]
    [InlineData("[ReLU]", 3000)]
    [InlineData("[Dense(1)]", 3000)]
    [InlineData("[Dropout(0.5)]", 3000)]
    [InlineData("[Softmax]", 3000)]
    [InlineData("[Dense(3), Exponential]", 500)]
    [InlineData("[CReLU]", 60)]
    [InlineData("[MSELoss]", 500)]
    public Task Many_layers(string layer, int count) => Check($"[Network(8)] {string.Concat(Enumerable.Repeat(layer, count))} [Dense(3)] [CrossEntropyLoss] sealed partial class Net;");

    [Theory]
    [InlineData("int.MaxValue")]
    [InlineData("65536, 65536")]
    [InlineData("1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1")]
    [InlineData("2147483647, 2147483647, 2147483647, 2147483647, 2147483647, 2147483647")]
    public Task Large_shapes(string shape) => Check($"[Network({shape})] [Dense(int.MaxValue), ReLU] [Dense(int.MaxValue)] [CrossEntropyLoss] sealed partial class Net;");

    [Theory]
    [InlineData("3, 26000, 26000", "[Conv2D(64, 3, Padding = 1), ReLU] [BatchNorm] [MaxPool2D(2)] [GlobalAveragePool]")]
    [InlineData("3, 32, 32", "[Conv2D(int.MaxValue, 4096)]")]
    [InlineData("8, 9, 9", "[Conv2D(8, 3, Stride = int.MaxValue, Groups = 8)] [MaxPool2D(int.MaxValue, Stride = int.MaxValue, Padding = int.MaxValue)]")]
    [InlineData("1, 10", "[Conv1D(1, 3, Padding = Padding.Same, Dilation = 500000000)] [Conv1D(1, 3, Padding = Padding.Same, Dilation = 500000000)] [Conv1D(1, 3, Padding = Padding.Same, Dilation = 500000000)]")]
    [InlineData("1, 1, 1", "[Conv2D(1, 4096, 1, Padding = 1024, Dilation = int.MaxValue)] [AveragePool2D(1, Stride = int.MaxValue)]")]
    [InlineData("3, 10000, 10000", "[Permute(2, 3, 1)] [Permute(3, 1, 2)] [Reshape(int.MaxValue, 1)] [GroupNorm(int.MaxValue)] [Flatten]")]
    [InlineData("2147483647", "[Reshape(1, 1, int.MaxValue)] [Conv2D(3, 1)] [LayerNorm] [RMSNorm] [Flatten]")]
    [InlineData("2147483647", "[GroupNorm(1)] [BatchNorm] [Residual<Deep>] [LayerNorm]")]
    public Task Large_images(string shape, string layers) => Check($"[Block] [BatchNorm, ReLU] class Deep; [Network({shape}, Telemetry = true)] {layers} [Dense(10)] [CrossEntropyLoss] sealed partial class Net;");

    [Theory]
    [InlineData("[Residual<Deep>(Repeat = 199)]")]
    [InlineData("[Block<Deep>(Repeat = int.MaxValue)]")]
    [InlineData("[Residual<Deep>(Repeat = int.MinValue)]")]
    [InlineData("[Residual<Net>] [Residual<Copy>] [Block<Missing>] [Block<Net[]>(Repeat = 2)] [Residual<Deep*>]")]
    public Task Blocks(string layers) => Check(
        $"[Network(8, Telemetry = true)] {layers} [Dense(3)] [CrossEntropyLoss] sealed partial class Net; [Block] [BatchNorm] [ReLU] [Dense(8)] class Deep; [Block] [Block<Copy>] class Own; " +
        "[Variant<Net, Formulas.ReLU, Formulas.GELU>] sealed partial class Copy; [Variant<Copy, Formulas.GELU, Formulas.GELU>(double.NaN)] sealed partial class Again; [Variant<Deep, Deep, Deep>] [Network(3)] sealed partial class Wrong; [Variant<Variant<,,>, int, void>] partial class None;");

    [Fact]
    public Task Deeply_nested_types() => Check(
        string.Concat(Enumerable.Range(0, 100).Select(level => $"partial class Outer{level} {{ ")) + "[Network(3), Dense(2), MSELoss] sealed partial class Net;" + new string('}', 100));

    [Fact]
    public Task Many_networks() => Check(string.Concat(Enumerable.Range(0, 50).Select(index => $"[Network({index + 1}), Dense(4), Tanh, Dense(2), CrossEntropyLoss] sealed partial class Net{index};\n")));

    [Fact]
    public Task A_method_with_many_branches() => Check(
        "static class Use { static float Loss(float[] x, float[] p, int[] y, int k) { " +
        string.Concat(Enumerable.Range(0, 300).Select(index => $"if (k == {index}) Activations.Softmax(x, p); else for (int i = 0; i < k; i++) {{ var q{index} = p; q{index}[0] = i; }}\n")) +
        "return Losses.CrossEntropy(p, y); } }");

    private static string Nested(string call, int depth) => string.Concat(Enumerable.Repeat(call, depth)) + "x" + new string(')', depth);

    private static Task CheckFormula(string expression) => Check(
        $"[ActivationFunction] readonly partial struct Own {{ static float Formula(float x) => {expression}; }}\n[Network(4), Dense(4), Activation<Own>, Dense(1), MSELoss] sealed partial class Net;");

    private static async Task Check(string program)
    {
        CSharpCompilation compilation = TestCompilation.Create(program, AnalyzerTest.Usings);
        await Task.Run(() => AnalyzerHarness.DiagnosticsAsync(GeneratorHarness.RunOnce(compilation).Output)).WaitAsync(TimeSpan.FromMinutes(5));
    }
}
