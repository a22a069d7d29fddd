namespace ActGen.Analyzers.Tests.Usage;

public class ActivationOnPredictionTests
{
    [Theory]
    [InlineData("classes.Predict(x, p); Activations.Softmax({|ACT4003:p|}, p, 3);")]
    [InlineData("float[] q = classes.Predict(x); Activations.Softmax({|ACT4003:q|}, p, 3);")]
    [InlineData("Activations.Sigmoid({|ACT4003:binary.Predict(x)|}, p);")]
    [InlineData("binary.Predict(x, p); return Functions.Sigmoid({|ACT4003:p[0]|});")]
    [InlineData("classes.Predict(x, p); Activations.Apply<OwnSigmoid>({|ACT4003:p|}, p);")]
    // by hand
    [InlineData("binary.Predict(x, p); return {|ACT4003:1 / (1 + MathF.Exp(-p[0]))|};")]
    [InlineData("float q = binary.Predict(x)[0]; return {|ACT4003:1f / (MathF.Exp(-q) + 1)|};")]
    [InlineData("float[] q = classes.Predict(x); float e = MathF.Exp(q[1]); return {|ACT4003:e / (1 + e)|};")]
    public Task Reports(string body) => UsageTest.VerifyAsync(body);

    [Fact]
    public async Task Says_what_is_left_of_a_sigmoid_by_hand() => Assert.Equal(
        "'p[0]' already are probabilities, Binary.Predict made them so: the sigmoid by hand once more leaves numbers between 0.5 and 0.7311. Remove the call; Forward gives raw outputs.",
        await UsageTest.MessageAsync("binary.Predict(x, p); return {|ACT4003:1 / (1 + MathF.Exp(-p[0]))|};"));

    [Theory]
    [InlineData("classes.Forward(x, p); Activations.Softmax(p, p, 3);")]
    [InlineData("binary.Forward(x, p); return 1 / (1 + MathF.Exp(-p[0]));")]
    [InlineData("binary.Predict(x, p); return MathF.Log(1 + MathF.Exp(-p[0]));")]
    [InlineData("binary.Predict(x, p); return 2 / (1 + MathF.Exp(-p[0]));")]
    [InlineData("binary.Predict(x, p); return 1 / (1 + MathF.Exp(-10 * (p[0] - 0.5f)));")]
    [InlineData("regression.Predict(x, p); Activations.Softmax(p, p, 2);")]
    [InlineData("classes.Predict(x, p); p[0] = 1; Activations.Softmax(p, p, 3);")]
    [InlineData("if (flag) classes.Predict(x, p); Activations.Softmax(p, p, 3);")]
    [InlineData("classes.Predict(x, p); for (int i = 0; i < p.Length; i++) p[i] *= 10; Activations.Softmax(p, p, 3);")]
    [InlineData("classes.Predict(x, p); Activations.ReLU(p, p);")]
    public Task Is_silent(string body) => UsageTest.VerifyAsync(body);

    [Fact]
    public async Task Says_what_is_left() => Assert.Equal(
        "'p' already are probabilities, Classes.Predict made them so: Activations.Softmax once more leaves no class of 3 more than 0.5761. Remove the call; Forward gives raw outputs.",
        await UsageTest.MessageAsync("classes.Predict(x, p); Activations.Softmax({|ACT4003:p|}, p, 3);"));

    [Fact]
    public Task Can_be_suppressed() => UsageTest.VerifyAsync("""
        classes.Predict(x, p);
        #pragma warning disable ACT4003
        Activations.Softmax(p, p, 3);
        """);
}
