using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Usage;

public class LossOfOtherOutputsTests
{
    [Theory]
    // logarithms of probabilities
    [InlineData("return Losses.NLL({|ACT4010:classes.Predict(x)|}, labels);")]
    [InlineData("Activations.Softmax(x, p, 3); return Losses.NLL({|ACT4010:p|}, labels);")]
    [InlineData("classes.Forward(x, p); return Losses.NLL({|ACT4010:p|}, labels);")]
    [InlineData("Activations.Sigmoid(x, p); return Losses.NLL({|ACT4010:p|}, labels);")]
    [InlineData("Activations.Softmax(x, p, 3); return Losses.KLDiv({|ACT4010:p|}, targets);")]
    [InlineData("classes.Forward(x, p); return Losses.KLDiv({|ACT4010:p|}, targets, gradient);")]
    // probabilities
    [InlineData("binary.Forward(x, p); return Losses.BCE({|ACT4010:p|}, targets);")]
    [InlineData("Activations.LogSoftmax(x, p, 3); return Losses.BCE({|ACT4010:p|}, targets);")]
    [InlineData("binary.Forward(x, p); return Losses.Dice({|ACT4010:p|}, targets, 1);")]
    public Task Reports(string body) => UsageTest.VerifyAsync(body);

    [Theory]
    [InlineData("return Losses.NLL({|ACT4010:classes.Predict(x)|}, labels);", "'classes.Predict(x)' are probabilities (Classes.Predict), and Losses.NLL takes their logarithms: it is −p of the right class, at best −1. Use Losses.CrossEntropy on logits.")]
    [InlineData("classes.Forward(x, p); return Losses.NLL({|ACT4010:p|}, labels);", "'p' are logits (Classes.Forward), and Losses.NLL takes log-probabilities: it falls without bound (guessing costs ln 3 = 1.0986). Use Losses.CrossEntropy.")]
    [InlineData("binary.Forward(x, p); return Losses.BCE({|ACT4010:p|}, targets);", "outside of [0, 1] it is not a number. Use Losses.BCEWithLogits.")]
    public async Task Says_what_it_costs_and_what_to_use(string body, string message)
    {
        Assert.Equal(1.0986, Math.Log(3), 4);
        Diagnostic found = Assert.Single(await UsageTest.VerifyAsync(body));

        Assert.Contains(message, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Fact]
    public async Task Rates_are_not_their_logarithms() => Assert.Contains(
        "'r' are rates (Counts.Predict), and Losses.PoissonNLL takes their logarithms: it takes eˣ of them, at least 1. Use logInput: false, or pass what Forward gives.",
        Assert.Single(await UsageTest.VerifyMembersAsync(Poisson("return Losses.PoissonNLL({|ACT4010:r|}, targets);"))).GetMessage());

    [Theory]
    [InlineData("return Losses.PoissonNLL(r, targets, logInput: false);")]
    [InlineData("net.Forward(x, r); return Losses.PoissonNLL(r, targets);")]
    [InlineData("return Losses.PoissonNLL(r, targets, logInput: flag);")]
    public Task Rates_and_their_logarithms_where_they_belong_are_silent(string body) => UsageTest.VerifyMembersAsync(Poisson(body));

    [Theory]
    [InlineData("Activations.LogSoftmax(x, p, 3); return Losses.NLL(p, labels);")]
    [InlineData("Activations.LogSoftmax(x, p, 3); return Losses.KLDiv(p, targets);")]
    [InlineData("binary.Predict(x, p); return Losses.BCE(p, targets);")]
    [InlineData("Activations.Softmax(x, p, 3); return Losses.BCE(p, targets);")]
    [InlineData("Activations.Softmax(x, p, 3); return Losses.Dice(p, targets, 3);")]
    // nobody knows what these are
    [InlineData("return Losses.NLL(x, labels);")]
    [InlineData("return Losses.BCE(x, targets);")]
    [InlineData("classes.Forward(x, p); p[0] = 1; return Losses.NLL(p, labels);")]
    [InlineData("classes.Forward(x, p); if (flag) Activations.LogSoftmax(p, p, 3); return Losses.NLL(p, labels);")]
    [InlineData("regression.Predict(x, p); return Losses.MSE(p, targets);")]
    public Task Is_silent(string body) => UsageTest.VerifyAsync(body);

    [Fact]
    public Task Is_silent_in_methods_for_inference() =>
        UsageTest.VerifyAsync("return Losses.NLL(classes.Predict(x), labels);", ("actgen.inference_methods", "Run"));

    [Fact]
    public Task Can_be_suppressed() => UsageTest.VerifyAsync("""
        #pragma warning disable ACT4010
        return Losses.NLL(classes.Predict(x), labels);
        """);

    private static string Poisson(string body) => $$"""
        static float Run(Counts net, float[] x, float[] targets, bool flag) { float[] r = net.Predict(x); {{body}} }
        """;
}
