namespace ActGen.Analyzers.Tests.Usage;

public class ActivationOnPredictionTests
{
    [Theory]
    [InlineData("classes.Predict(x, p); Activations.Softmax({|ACT4003:p|}, p, 3);")]
    [InlineData("float[] q = classes.Predict(x); Activations.Softmax({|ACT4003:q|}, p, 3);")]
    [InlineData("Activations.Sigmoid({|ACT4003:binary.Predict(x)|}, p);")]
    [InlineData("binary.Predict(x, p); return Functions.Sigmoid({|ACT4003:p[0]|});")]
    [InlineData("classes.Predict(x, p); Activations.Apply<OwnSigmoid>({|ACT4003:p|}, p);")]
    public Task Reports(string body) => UsageTest.VerifyAsync(body);

    [Theory]
    [InlineData("classes.Forward(x, p); Activations.Softmax(p, p, 3);")]
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
