namespace ActGen.Analyzers.Tests.Usage;

public class SigmoidByHandBeforeLogitLossTests
{
    [Theory]
    [InlineData("Activations.Sigmoid(x, p); return Losses.BCEWithLogits({|ACT4002:p|}, targets);")]
    [InlineData("Functions.ApplySigmoid(x, p); return Losses.BinaryFocal({|ACT4002:p|}, targets, gradient);")]
    [InlineData("Activations.Sigmoid(x, p); return Losses.SoftMargin({|ACT4002:p[..2]|}, targets);")]
    // a formula of one's own
    [InlineData("Activations.Apply<OwnSigmoid>(x, p); return Losses.BCEWithLogits({|ACT4002:p|}, targets);")]
    // methods of the project
    [InlineData("Own.Squash(x, p); return Losses.BCEWithLogits({|ACT4002:p|}, targets);")]
    // what Predict has made
    [InlineData("binary.Predict(x, p); return Losses.BCEWithLogits({|ACT4002:p|}, targets);")]
    [InlineData("return Losses.BCEWithLogits({|ACT4002:binary.Predict(x)|}, targets);")]
    // element by element
    [InlineData("var q = new float[x.Length]; for (int i = 0; i < q.Length; i++) q[i] = Functions.Sigmoid(x[i]); return Losses.BCEWithLogits({|ACT4002:q|}, targets);")]
    [InlineData("var q = new float[x.Length]; for (int i = 0; i < q.Length; i++) q[i] = Own.Sigmoid(x[i]); return Losses.BCEWithLogits({|ACT4002:q|}, targets);")]
    // through tuples
    [InlineData("var q = new float[4]; Activations.Sigmoid(x, q); (float[] r, int n) = (q, 1); return Losses.BCEWithLogits({|ACT4002:r|}, targets) + n;")]
    [InlineData("var q = new float[4]; Activations.Sigmoid(x, q); var both = (q, 1); return Losses.BCEWithLogits({|ACT4002:both.q|}, targets);")]
    public Task Reports(string body) => UsageTest.VerifyAsync(body);

    [Theory]
    [InlineData("Activations.Sigmoid(x, p); return Losses.BCEWithLogits(x, targets);")]
    [InlineData("Activations.Sigmoid(x, p); return Losses.BCE(p, targets);")]
    [InlineData("Activations.Sigmoid(x, p); return Losses.BCEWithLogits(x, p);")]
    [InlineData("Activations.Tanh(x, p); return Losses.BCEWithLogits(p, targets);")]
    [InlineData("Activations.Sigmoid(x, p); x.CopyTo(p); return Losses.BCEWithLogits(p, targets);")]
    [InlineData("if (flag) Activations.Sigmoid(x, p); return Losses.BCEWithLogits(p, targets);")]
    [InlineData("binary.Forward(x, p); return Losses.BCEWithLogits(p, targets);")]
    [InlineData("regression.Predict(x, p); return Losses.BCEWithLogits(p, targets);")]
    [InlineData("for (int i = 0; i < p.Length; i++) p[i] = 2 * Functions.Sigmoid(x[i]); return Losses.BCEWithLogits(p, targets);")]
    public Task Is_silent(string body) => UsageTest.VerifyAsync(body);

    [Fact]
    public async Task Says_what_is_left_and_what_to_pass() => Assert.Equal(
        "'p' went through Activations.Sigmoid, and Losses.BCEWithLogits applies the sigmoid again: p stays in [0.5, 0.7311], and the loss of target 0 is at least 0.6931. Pass the logits 'x'.",
        await UsageTest.MessageAsync("Activations.Sigmoid(x, p); return Losses.BCEWithLogits({|ACT4002:p|}, targets);"));

    [Fact]
    public Task Can_be_suppressed() => UsageTest.VerifyAsync("""
        Activations.Sigmoid(x, p);
        #pragma warning disable ACT4002
        return Losses.BCEWithLogits(p, targets);
        """);

    [Fact]
    public Task Methods_for_inference_are_left_out() =>
        UsageTest.VerifyAsync("Activations.Sigmoid(x, p); return Losses.BCEWithLogits(p, targets);", ("actgen.inference_methods", "Sample, Run"));
}
