using ActGen.Testing;

namespace ActGen.Analyzers.Tests.Declarations;

public class UnstableFormulaTests
{
    [Theory]
    [InlineData("x * Exp(x) / (1 + Exp(x))", "The value of 'Own' overflows above x = 84.29: use Sigmoid")]
    // the kernel is softplus and right; the formula as written is not
    [InlineData("Log(1 + Exp(x))", "The value of 'Own' overflows above x = 88.72: use Softplus")]
    [InlineData("Exp(-x)", "The value of 'Own' overflows below x = -88.7")]
    [InlineData("x / Abs(x)", "The value of 'Own' is not a number at x = 0")]
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

    private const string Using = "using static ActGen.Functions;\n";

    private static string Program(string body, string name) => $$"""
        [ActivationFunction] readonly partial struct Own { static float {{name}}(float x) => {{body}}; }
        """;
}
