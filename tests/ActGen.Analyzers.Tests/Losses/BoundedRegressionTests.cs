namespace ActGen.Analyzers.Tests.Losses;

public class BoundedRegressionTests
{
    private const string Own = """
        [ActivationFunction] public readonly partial struct Logistic { public static float Formula(float x) => 1 / (1 + Exp(-x)); }
        [ActivationFunction] public readonly partial struct Ramp { public static float Formula(float x) => Max(x, 0); }
        """;

    [Theory]
    [InlineData("[{|ACT1008:ReLU|}] [MSELoss]", "[ReLU] before MSELoss: the prediction is never below 0, and while it is there it gets no gradient: in a new network that is 50 % of the rows")]
    [InlineData("[{|ACT1008:Activation<Ramp>|}] [L1Loss]", "never below 0")]
    [InlineData("[{|ACT1008:Sigmoid|}] [HuberLoss]", "the prediction stays between 0 and 1, and no target beyond is reached")]
    [InlineData("[{|ACT1008:Activation<Logistic>|}] [LogCoshLoss]", "between 0 and 1")]
    [InlineData("[{|ACT1008:Tanh|}] [SmoothL1Loss]", "between -1 and 1")]
    public async Task Reports(string end, string consequence) =>
        Assert.Contains(consequence, await NetworkTest.MessageAsync($"[Network(8)] [Dense(20), ReLU] [Dense(1)] {end}", Own));

    [Theory]
    // an autoencoder knows the range of its targets
    [InlineData("[Network(20)] [Dense(8), ReLU] [Dense(20), Sigmoid] [MSELoss]")]
    // only the sign is kept
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(1), Softplus] [MSELoss]")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(1), LeakyReLU] [MSELoss]")]
    // losses that want a bound, or no loss at all
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(1), ReLU] [PoissonNLLLoss(LogInput = false)]")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(4), Tanh] [CosineSimilarityLoss]")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(1), Tanh]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);

    /// <summary>Half typed: nothing is known of the input, and an output of the same unknown shape is not the same.</summary>
    [Theory]
    [InlineData("[{|ACT0003:Network|}] [Dense(8), ReLU] [Dense(20), {|ACT1008:Sigmoid|}] [MSELoss]")]
    public Task Takes_no_unknown_input_for_the_output(string stack) => NetworkTest.VerifyAsync(stack);
}
