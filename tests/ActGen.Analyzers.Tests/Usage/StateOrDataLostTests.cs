using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Usage;

public class StateOrDataLostTests
{
    [Theory]
    [InlineData("for (int i = 0; i < 9; i++) { using var t = {|ACT4005:classes.CreateTrainer(new Adam(), 8)|}; t.Step(x, labels); }", DiagnosticSeverity.Warning)]
    [InlineData("while (flag) { var t = {|ACT4005:classes.CreateTrainer(new SGD(0.1) { Momentum = 0.9 }, batchSize: 8)|}; t.Step(x, labels); }", DiagnosticSeverity.Warning)]
    [InlineData("for (int e = 0; e < 9; e++) { using var t = {|ACT4005:classes.CreateTrainer(new Adam(), 8)|}; for (int i = 0; i < 3; i++) t.Step(x, labels); }", DiagnosticSeverity.Info)]
    [InlineData("for (int i = 0; i < 9; i++) { using var t = {|ACT4005:classes.CreateTrainer(new SGD(0.1), 8)|}; t.Step(x, labels); }", DiagnosticSeverity.Info)]
    [InlineData("classes.Fit(data, {|ACT4005:data|});", DiagnosticSeverity.Warning)]
    [InlineData("var (train, test) = data.Split(0.8); classes.Fit({|ACT4005:data|}); classes.Evaluate(test);", DiagnosticSeverity.Warning)]
    [InlineData("(Dataset train, Dataset test) = data.Split(0.8); classes.Fit({|ACT4005:test|}); classes.Evaluate(train);", DiagnosticSeverity.Warning)]
    [InlineData("var split = data.Split(0.8); classes.Fit({|ACT4005:split.Test|}); classes.Evaluate(split.Train);", DiagnosticSeverity.Warning)]
    [InlineData("classes.Fit(data); classes.Evaluate({|ACT4005:data|});", DiagnosticSeverity.Info)]
    [InlineData("Dataset train = data; Dataset test = data; classes.Fit(train); classes.Evaluate({|ACT4005:test|});", DiagnosticSeverity.Info)]
    public async Task Reports(string body, DiagnosticSeverity severity) => Assert.Equal(severity, Assert.Single(await UsageTest.VerifyAsync(body)).Severity);

    [Theory]
    [InlineData("for (int i = 0; i < 9; i++) { using var t = {|ACT4005:classes.CreateTrainer(new Adamax(), 8)|}; t.Step(x, labels); }", "start over at each step, so that Adamax moves every parameter by about its full learning rate.")]
    [InlineData("for (int i = 0; i < 9; i++) { using var t = {|ACT4005:classes.CreateTrainer(new RMSprop(), 8)|}; t.Step(x, labels); }", "start over at each step.")]
    // nothing is lost but time
    [InlineData("for (int i = 0; i < 9; i++) { using var t = {|ACT4005:classes.CreateTrainer(new SGD(0.1), 8)|}; t.Step(x, labels); }", "its buffers and workers are made anew each time.")]
    public async Task Says_what_this_optimizer_loses(string body, string part) => Assert.Contains(part, await UsageTest.MessageAsync(body), StringComparison.Ordinal);

    [Theory]
    // another network, rate or size in each round
    [InlineData("for (int i = 0; i < 9; i++) { var net = new Classes(i); using var t = net.CreateTrainer(new Adam(), 8); t.Step(x, labels); }")]
    [InlineData("foreach (double rate in new[] { 0.1, 0.01 }) { using var t = classes.CreateTrainer(new SGD(rate), 8); t.Step(x, labels); }")]
    [InlineData("for (int size = 8; size < 99; size *= 2) { using var t = classes.CreateTrainer(new Adam(), size); t.Step(x, labels); }")]
    [InlineData("double rate = 0.1; while (flag) { rate /= 2; using var t = classes.CreateTrainer(new SGD(rate), 8); t.Step(x, labels); }")]
    [InlineData("using var t = classes.CreateTrainer(new Adam(), 8); for (int i = 0; i < 9; i++) t.Step(x, labels);")]
    [InlineData("while (true) { using var t = classes.CreateTrainer(new Adam(), 8); t.Step(x, labels); break; }")]
    // other rows, or also other rows
    [InlineData("classes.Fit(data); classes.Evaluate(more);")]
    [InlineData("classes.Fit(data); classes.Evaluate(data); classes.Evaluate(more);")]
    [InlineData("classes.Fit(data, more); classes.Evaluate(data);")]
    [InlineData("classes.Fit(data); data = more; classes.Evaluate(data);")]
    [InlineData("classes.Fit(data); regression.Evaluate(data);")]
    [InlineData("var (train, test) = data.Split(0.8); classes.Fit(train); classes.Evaluate(test);")]
    [InlineData("var (test, train) = data.Split(0.2); classes.Fit(train); classes.Evaluate(test);")]
    // all rows there are
    [InlineData("var xor = Dataset.FromArrays([[0, 0], [0, 1], [1, 0], [1, 1]], new int[] { 0, 1, 1, 0 }); classes.Fit(xor); classes.Evaluate(xor);")]
    public Task Is_silent(string body) => UsageTest.VerifyAsync(body);

    [Fact]
    public Task Can_be_suppressed() => UsageTest.VerifyAsync("""
        #pragma warning disable ACT4005
        classes.Fit(data, data);
        """);
}
