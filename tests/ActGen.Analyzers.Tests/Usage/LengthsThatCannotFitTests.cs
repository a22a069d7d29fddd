namespace ActGen.Analyzers.Tests.Usage;

public class LengthsThatCannotFitTests
{
    [Theory]
    // labels
    [InlineData("using var t = classes.CreateTrainer(new Adam(), 8); int[] y = [1, 2, 3]; t.Step(x, {|ACT4006:y|});")]
    [InlineData("using var t = classes.CreateTrainer(new Adam(), 8); t.Step(x, {|ACT4006:[0, -1]|});")]
    [InlineData("float[] z = [1, 2, 3, 4, 5, 6]; int[] y = [2, 3]; return Losses.CrossEntropy(z, {|ACT4006:y|});")]
    // networks
    [InlineData("classes.Forward({|ACT4006:new float[7]|}, p);")]
    [InlineData("float[] q = new float[5]; classes.Predict(x, {|ACT4006:q|});")]
    [InlineData("Span<float> q = stackalloc float[3]; classes.Predict(new float[8], {|ACT4006:q|});")]
    [InlineData("float[] q = new float[12]; classes.Predict(new float[8], {|ACT4006:q.AsSpan(0, 3)|});")]
    [InlineData("float[] q = new float[12]; classes.Predict(new float[8], {|ACT4006:q.AsSpan()[..3]|});")]
    [InlineData("using var t = regression.CreateTrainer(new Adam(), 8); t.Step(new float[8], {|ACT4006:new float[2]|});")]
    [InlineData("using var t = classes.CreateTrainer(new Adam(), 8); t.Step(new float[8], {|ACT4006:new int[3]|});")]
    // a field that nobody assigns again
    [InlineData("classes.Predict(new float[8], {|ACT4006:_field|});")]
    // losses
    [InlineData("return Losses.MSE(new float[4], {|ACT4006:new float[3]|});")]
    [InlineData("float[] z = new float[4]; return Losses.MSE(z, targets, {|ACT4006:new float[3]|});")]
    [InlineData("return Losses.CrossEntropy(new float[7], {|ACT4006:new int[2]|});")]
    public Task Reports(string body) => UsageTest.VerifyAsync(body);

    [Theory]
    [InlineData("using var t = classes.CreateTrainer(new Adam(), 8); int[] y = [0, 1, 2, -100]; t.Step(x, y);")]
    [InlineData("using var t = classes.CreateTrainer(new Adam(), 8); int[] y = [1, 2, 3]; y[2] = 0; t.Step(x, y);")]
    [InlineData("using var t = classes.CreateTrainer(new Adam(), 8); int[] y = [1, 2, 3]; for (int i = 0; i < y.Length; i++) y[i]--; t.Step(x, y);")]
    [InlineData("float[] z = [1, 2, 3, 4, 5, 6]; int[] y = [2, 1]; return Losses.CrossEntropy(z, y);")]
    [InlineData("float[] z = [1, 2, 3, 4, 5, 6]; int[] y = [2, 7]; return Losses.CrossEntropy(z, y, ignoreIndex: 7);")]
    [InlineData("float[] z = new float[6]; if (flag) z = new float[8]; int[] y = [3, 3]; return Losses.CrossEntropy(z, y);")]
    [InlineData("classes.Forward(new float[8], new float[6]);")]
    [InlineData("classes.Forward(new float[x.Length], new float[labels.Length]);")]
    [InlineData("using var t = regression.CreateTrainer(new Adam(), 8); t.Step(new float[8], new float[4]);")]
    [InlineData("return Losses.MSE(new float[4], new float[4], new float[4]);")]
    public Task Is_silent(string body) => UsageTest.VerifyAsync(body);

    [Fact]
    public async Task Says_the_classes() => Assert.Equal(
        "Label 3 is no class: this call throws an exception. With 3 classes labels are 0 to 2.",
        await UsageTest.MessageAsync("using var t = classes.CreateTrainer(new Adam(), 8); int[] y = [1, 2, 3]; t.Step(x, {|ACT4006:y|});"));

    [Fact]
    public Task Can_be_suppressed() => UsageTest.VerifyAsync("""
        #pragma warning disable ACT4006
        classes.Forward(new float[7], p);
        """);
}
