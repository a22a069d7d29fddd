using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Usage;

public class ImpossibleLearningRateTests
{
    [Theory]
    [InlineData("_ = new Adam({|ACT4007:-1e-3|});", DiagnosticSeverity.Error)]
    [InlineData("_ = new SGD({|ACT4007:double.NaN|});", DiagnosticSeverity.Error)]
    [InlineData("_ = new SGD({|ACT4007:0|});", DiagnosticSeverity.Warning)]
    [InlineData("_ = new Adam({|ACT4007:0.1|});", DiagnosticSeverity.Info)]
    [InlineData("const double rate = 1; _ = new AdamW(LearningRate: {|ACT4007:rate|});", DiagnosticSeverity.Info)]
    [InlineData("_ = new Lion { LearningRate = {|ACT4007:0.5|} };", DiagnosticSeverity.Info)]
    [InlineData("_ = new Adam() with { LearningRate = {|ACT4007:-0.5|} };", DiagnosticSeverity.Error)]
    [InlineData("_ = new SGD({|ACT4007:10|});", DiagnosticSeverity.Info)]
    [InlineData("using var t = classes.CreateTrainer(new Adam(), 8); t.LearningRate = {|ACT4007:-1|};", DiagnosticSeverity.Error)]
    public async Task Reports(string body, DiagnosticSeverity severity) => Assert.Equal(severity, Assert.Single(await UsageTest.VerifyAsync(body)).Severity);

    [Theory]
    [InlineData("_ = new Adam();")]
    [InlineData("_ = new Adam(0.05);")]
    [InlineData("_ = new Adam(a);")]
    [InlineData("_ = new SGD(5) { Momentum = 0 };")]
    [InlineData("_ = new Adagrad(0.1);")]
    [InlineData("_ = new Adadelta(1);")]
    [InlineData("_ = new Rprop(0.1);")]
    // frozen for a while
    [InlineData("using var t = classes.CreateTrainer(new Adam(), 8); t.LearningRate = 0;")]
    public Task Is_silent(string body) => UsageTest.VerifyAsync(body);

    [Fact]
    public async Task Says_what_the_rate_does() => Assert.Equal(
        "A learning rate of 0.1 moves every parameter by about 0.1 at every step. Adam usually takes 0.0001 to 0.01.",
        await UsageTest.MessageAsync("_ = new Adam({|ACT4007:0.1|});"));

    [Fact]
    public Task Can_be_suppressed() => UsageTest.VerifyAsync("""
        #pragma warning disable ACT4007
        _ = new SGD(0);
        """);
}
