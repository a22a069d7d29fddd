namespace ActGen.Analyzers.Tests.Usage;

public class LossArgumentsSwappedTests
{
    [Theory]
    [InlineData("binary.Forward(x, p); return Losses.BCEWithLogits({|ACT4008:targets|}, p);")]
    [InlineData("binary.Forward(x, p); return Losses.BCEWithLogits({|ACT4008:array|}, p, gradient);")]
    [InlineData("classes.Forward(x, p); return Losses.CrossEntropy({|ACT4008:targets|}, p, classes: 3);")]
    [InlineData("classes.Forward(x, p); return Losses.CrossEntropy(targetProbabilities: p, logits: {|ACT4008:targets|});")]
    [InlineData("float[] q = regression.Predict(x); return Losses.MSE({|ACT4008:targets|}, q, gradient);")]
    [InlineData("classes.Forward(x, p); Activations.Softmax(p, p); return Losses.MSE({|ACT4008:targets|}, p, gradient);")]
    public Task Reports(string body) => UsageTest.VerifyAsync(body);

    [Theory]
    [InlineData("binary.Forward(x, p); return Losses.BCEWithLogits(p, targets);")]
    // distillation, value iteration
    [InlineData("classes.Predict(x, p); return Losses.CrossEntropy(array, p);")]
    [InlineData("float[] q = regression.Predict(x); return Losses.MSE(array, q);")]
    [InlineData("float[] q = new float[2]; regression.Forward(x, q); regression.Predict(x, p); return Losses.MSE(q, p);")]
    [InlineData("float[] q = new float[3]; classes.Forward(x, q); classes.Forward(x, p); return Losses.CrossEntropy(q, p);")]
    // the value of a distance is the same
    [InlineData("float[] q = regression.Predict(x); return Losses.MSE(targets, q);")]
    // unknown
    [InlineData("return Losses.MSE(targets, p);")]
    [InlineData("regression.Forward(x, p); p[0] = 1; return Losses.MSE(targets, p);")]
    public Task Is_silent(string body) => UsageTest.VerifyAsync(body);

    [Fact]
    public Task Can_be_suppressed() => UsageTest.VerifyAsync("""
        binary.Forward(x, p);
        #pragma warning disable ACT4008
        return Losses.BCEWithLogits(targets, p);
        """);
}
