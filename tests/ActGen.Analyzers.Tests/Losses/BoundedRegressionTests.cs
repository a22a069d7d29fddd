namespace ActGen.Analyzers.Tests.Losses;

public class BoundedRegressionTests
{
    private const string Own = """
        [ActivationFunction] public readonly partial struct Logistic { public static float Formula(float x) => 1 / (1 + Exp(-x)); }
        [ActivationFunction] public readonly partial struct Ramp { public static float Formula(float x) => Max(x, 0); }
        """;

    [Theory]
    [InlineData("[{|ACT1008:ReLU|}] [MSELoss]", "[ReLU] before MSELoss: predictions are never below 0, and those at it get no gradient, 50 % of them in a new network. Remove [ReLU], or suppress this if no target is lower.")]
    [InlineData("[{|ACT1008:Activation<Ramp>|}] [L1Loss]", "never below 0")]
    [InlineData("[{|ACT1008:Sigmoid|}] [HuberLoss]", "predictions stay between 0 and 1, and no target beyond is reached. Remove [Sigmoid], or suppress this if all targets lie there.")]
    [InlineData("[{|ACT1008:Activation<Logistic>|}] [LogCoshLoss]", "between 0 and 1")]
    [InlineData("[{|ACT1008:Tanh|}] [SmoothL1Loss]", "between -1 and 1")]
    // rates: what is cut off at 0 must have a gradient there
    [InlineData("[{|ACT1008:ReLU|}] [MSLELoss]", "[ReLU] before MSLELoss: predictions of 0 get no gradient, 50 % of them in a new network, and a unit that gives it for all rows stays there. Use [Softplus].")]
    [InlineData("[{|ACT1008:Activation<Ramp>|}] [PoissonNLLLoss(LogInput = false)]", "predictions of 0 get no gradient")]
    [InlineData("[{|ACT1008:Sigmoid|}] [PoissonNLLLoss(LogInput = false)]", "predictions stay between 0 and 1, and no target beyond is reached. Use [Softplus], or suppress this if all targets lie there.")]
    // e⁻¹ to e
    [InlineData("[{|ACT1008:Tanh|}] [PoissonNLLLoss]", "rates stay between 0.37 and 2.7, and no count beyond is expected. Remove [Tanh]")]
    public async Task Reports(string end, string consequence) =>
        Assert.Contains(consequence, await NetworkTest.MessageAsync($"[Network(8)] [Dense(20), ReLU] [Dense(1)] {end}", Own));

    [Fact]
    public async Task Says_what_is_left_of_means_and_variances() => Assert.Contains(
        "means stay between -1 and 1, variances between 0.37 and 2.7. Remove [Tanh], or suppress this if both lie there.",
        await NetworkTest.MessageAsync("[Network(8)] [Dense(20), ReLU] [Dense(2), {|ACT1008:Tanh|}] [GaussianNLLLoss]"));

    [Theory]
    // an autoencoder knows the range of its targets
    [InlineData("[Network(20)] [Dense(8), ReLU] [Dense(20), Sigmoid] [MSELoss]")]
    // only the sign is kept
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(1), Softplus] [MSELoss]")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(1), LeakyReLU] [MSELoss]")]
    // losses that want a bound, or no loss at all
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(1), Softplus] [PoissonNLLLoss(LogInput = false)]")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(1), ReLU] [HingeEmbeddingLoss]")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(1), Tanh] [HingeLoss]")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(4), Tanh] [CosineSimilarityLoss]")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(1), Tanh]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);

    /// <summary>Half typed: nothing is known of the input, and an output of the same unknown shape is not the same.</summary>
    [Theory]
    [InlineData("[{|ACT0003:Network|}] [Dense(8), ReLU] [Dense(20), {|ACT1008:Sigmoid|}] [MSELoss]")]
    public Task Takes_no_unknown_input_for_the_output(string stack) => NetworkTest.VerifyAsync(stack);
}
