namespace ActGen.Analyzers.Tests.Propagation;

public class SaturatingStackTests
{
    private const string Own = "[ActivationFunction] public readonly partial struct Own { public static float Formula(float x) => x / Sqrt(1 + x * x); }";

    [Theory]
    [InlineData("[Network(8)] [Dense(20), {|ACT1005:Tanh|}] [Dense(20), Tanh] [Dense(20), Tanh] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(20), {|ACT1005:Sigmoid|}] [Dense(20), Tanh] [Dropout(0.1)] [Dense(20), Softsign] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(8)] [Dense(20), {|ACT1005:Activation<Own>|}] [Dense(20), Activation<Own>] [Dense(20), Activation<Own>] [Dense(2)] [CrossEntropyLoss]")]
    public Task Reports(string stack) => NetworkTest.VerifyAsync(stack, Own);

    [Fact]
    public async Task Says_where_it_is_flat_and_what_arrives()
    {
        string message = await NetworkTest.MessageAsync("[Network(64)] [Dense(64), {|ACT1005:Sigmoid|}] [Dense(64), Sigmoid] [Dense(64), Sigmoid] [Dense(64)] [MSELoss]");

        // σ′(x) = 0.01·¼ where 2 + 2cosh x = 400; three layers of slope/value.
        Assert.Equal(6, Math.Acosh(199), 1);
        double left = Math.Pow(Gauss.Rms(z => 1 / (2 + (2 * Math.Cosh(z)))) / Gauss.Rms(z => 1 / (1 + Math.Exp(-z))), 3);
        Assert.Equal(0.06, left, 3);
        Assert.Contains("which is flat beyond |x| = 6; the first layer", message);
        Assert.Contains("the first layer starts with 0.06 of the output's gradient", message);
    }

    [Theory]
    // two are harmless
    [InlineData("[Network(8)] [Dense(20), Tanh] [Dense(20), Tanh] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(8)] [Dense(20), Tanh] [Dense(20), ReLU] [Dense(20), Tanh] [Dense(20), Tanh] [Dense(2)] [CrossEntropyLoss]")]
    // flat on both sides, but like ReLU around 0
    [InlineData("[Network(8)] [Dense(20), ReLU6] [Dense(20), ReLU6] [Dense(20), ReLU6] [Dense(2)] [CrossEntropyLoss]")]
    // the output's is not hidden
    [InlineData("[Network(8)] [Dense(20), Tanh] [Dense(20), Tanh] [Dense(2), Tanh]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);
}
