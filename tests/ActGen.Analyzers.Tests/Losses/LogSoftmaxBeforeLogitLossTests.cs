namespace ActGen.Analyzers.Tests.Losses;

public class LogSoftmaxBeforeLogitLossTests
{
    [Theory]
    // one exponential forward and one backward for each class
    [InlineData("[Dense(10), {|ACT2003:LogSoftmax|}] [CrossEntropyLoss]", "[LogSoftmax] before CrossEntropyLoss changes nothing, the loss does the same: it only costs 20 exponentials for each training row. Remove [LogSoftmax]")]
    [InlineData("[Dense(1000), {|ACT2003:LogSoftmax|}] [FocalLoss]", "2,000 exponentials")]
    [InlineData("[Dense(10), {|ACT2003:LogSoftmax|}, {|ACT3004:Activation<Same>|}] [GeneralizedCrossEntropyLoss]", "20 exponentials")]
    public async Task Reports(string end, string consequence) =>
        Assert.Contains(consequence, await NetworkTest.MessageAsync("[Network(8)] " + end, Own, "ACT2003"));

    [Fact]
    public void Log_softmax_twice_is_log_softmax()
    {
        double[] once = LogSoftmax([0.3, -2, 5, 1]), twice = LogSoftmax(once);
        for (int i = 0; i < once.Length; i++)
            Assert.Equal(once[i], twice[i], 12);
    }

    [Theory]
    [InlineData("[Dense(10), LogSoftmax] [NLLLoss]")]
    [InlineData("[Dense(10), LogSoftmax] [KLDivLoss]")]
    [InlineData("[Dense(10)] [CrossEntropyLoss]")]
    [InlineData("[Dense(10), LogSoftmax]")]
    // no log-probabilities any more
    [InlineData("[Dense(10), LogSoftmax, Activation<Temperature>] [CrossEntropyLoss]")]
    [InlineData("[Dense(10), LogSoftmax] [{|ACT2011:Dropout(0.1)|}] [CrossEntropyLoss]")]
    public Task Is_silent(string end) => NetworkTest.VerifyAsync("[Network(8)] " + end, Own);

    private static double[] LogSoftmax(double[] x) => [.. x.Select(value => value - Math.Log(x.Sum(Math.Exp)))];

    private const string Own = """
        [ActivationFunction] public readonly partial struct Same { public static float Formula(float x) => x; }
        [ActivationFunction] public readonly partial struct Temperature { public static float Formula(float x) => 10 * x; }
        """;
}
