using ActGen.Testing;

namespace ActGen.Analyzers.Tests.Declarations;

public class UnstableFormulaTests
{
    [Theory]
    [InlineData("x * Exp(x) / (1 + Exp(x))", "The value of 'Own' overflows above x = 84.29: use Sigmoid")]
    // the kernel is softplus and right; the formula as written is not
    [InlineData("Log(1 + Exp(x))", "The value of 'Own' overflows above x = 88.72: use Softplus")]
    [InlineData("Exp(-x)", "The value of 'Own' overflows below x = -88.7")]
    [InlineData("x / Abs(x)", "The value of 'Own' is not a number at x = 0: keep the denominator away from 0, as in x / (1 + Abs(x))")]
    [InlineData("Sqrt(x)", "The value of 'Own' is not a number below x = ")]
    // the value is 0 there, the slope is not finite
    [InlineData("Sqrt(Abs(x))", "The derivative of 'Own' ")]
    public async Task Names_the_point(string body, string start) => Assert.StartsWith(
        start, Assert.Single(await AnalyzerHarness.VerifyAsync(Using + Program(body, "{|ACT0011:Formula|}"))).GetMessage());

    [Theory]
    [InlineData("x > 0 ? x : Expm1(x)")]
    [InlineData("x * Sigmoid(x)")]
    [InlineData("x * Tanh(Softplus(x))")]
    [InlineData("x * Erf(Softplus(x))")]
    [InlineData("Exp(-x * x)")]
    [InlineData("x / (1 + Abs(x))")]
    [InlineData("x * x * x")]
    [InlineData("Log1p(Abs(x))")]
    [InlineData("1 / (1 + Exp(-x))")]
    public Task Is_silent_where_everything_stays_finite(string body) => AnalyzerHarness.VerifyAsync(Using + Program(body, "Formula"));

    [Fact]
    public Task Can_be_suppressed() => AnalyzerHarness.VerifyAsync(Using + "#pragma warning disable ACT0011 // clamped before\n" + Program("Exp(x)", "Formula"));

    [Fact]
    public async Task Values_are_tried_where_a_layer_gives_them() => Assert.StartsWith(
        "[HardTanh] with min = 1, max = -1: 'HardTanh' is the same number",
        // what it does to a new network follows from it
        Assert.Single(await AnalyzerHarness.VerifyAsync("[Network(4)] [Dense(2), {|ACT0011:HardTanh(1, -1)|}] partial class Net;")).GetMessage());

    /// <summary>The formula itself has the finding; the layers that use it have none besides.</summary>
    [Fact]
    public Task A_formula_that_is_faulty_by_default_is_told_once() => AnalyzerHarness.VerifyAsync(Using + """
        [ActivationFunction] readonly partial struct Own { static float {|ACT0011:Formula|}(float x, float p = 1) => Exp(p * x); }
        [Network(4)] [Dense(2), Activation<Own>(2)] partial class Net;
        """);

    private const string Using = "using static ActGen.Functions;\n";

    private static string Program(string body, string name) => $$"""
        [ActivationFunction] readonly partial struct Own { static float {{name}}(float x) => {{body}}; }
        """;
}
