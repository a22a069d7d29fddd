namespace ActGen.Analyzers.Tests.Usage;

public class WrongTargetTypeTests
{
    [Theory]
    [InlineData("using var t = regression.CreateTrainer(new Adam(), 8); return t.Step(x, {|ACT4009:labels|});")]
    [InlineData("using var t = binary.CreateTrainer(new Adam(), 8); return t.Step(labels: {|ACT4009:labels|}, inputs: x);")]
    [InlineData("Trainer<LabelsOnly> t = new LabelsOnly().CreateTrainer(new Adam(), 8); return t.Step(x, {|ACT4009:targets|});")]
    public Task Reports(string body) => UsageTest.VerifyAsync(body);

    [Theory]
    [InlineData("using var t = regression.CreateTrainer(new Adam(), 8); return t.Step(x, targets);")]
    [InlineData("using var t = classes.CreateTrainer(new Adam(), 8); return t.Step(x, labels);")]
    [InlineData("using var t = classes.CreateTrainer(new Adam(), 8); return t.Step(x, targets);")]
    [InlineData("return 0; static float Any<T>(Trainer<T> t, float[] x, int[] y) where T : INetwork<T> => t.Step(x, y);")]
    public Task Is_silent(string body) => UsageTest.VerifyAsync(body);

    [Fact]
    public async Task Says_what_the_loss_takes() => Assert.Equal(
        "MSELoss of Regression takes real targets, 2 for each row, not integer labels: this step throws an exception. Pass targets as float, or declare a loss on classes.",
        await UsageTest.MessageAsync("using var t = regression.CreateTrainer(new Adam(), 8); return t.Step(x, {|ACT4009:labels|});"));

    [Fact]
    public Task Can_be_suppressed() => UsageTest.VerifyAsync("""
        using var t = regression.CreateTrainer(new Adam(), 8);
        #pragma warning disable ACT4009
        return t.Step(x, labels);
        """);
}
