namespace ActGen.Analyzers.Tests.HiddenLayers;

public class LinearNetworkTests
{
    [Fact]
    public async Task Reports_with_rank_and_parameters() => Assert.Equal(
        // 784·32 + 32 + 32·784 + 784 = 50,992.
        "Nothing in this network is nonlinear: its 2 layers compute one affine map of rank at most 32 with 50,992 parameters. Insert activations, unless a factorisation is meant.",
        await NetworkTest.MessageAsync("[Network(784)] [{|ACT1006:Dense(32)|}] [Dense(784)] [MSELoss]"));

    [Theory]
    [InlineData("[Network(100)] [{|ACT1006:Dense(9)|}, Dropout(0.1), Activation<Double>] [Dense(10)] [CrossEntropyLoss]")]
    public Task Reports(string stack) => NetworkTest.VerifyAsync(stack, "[ActivationFunction] public readonly partial struct Double { public static float Formula(float x) => x + x; }");

    [Theory]
    // linear and logistic regression
    [InlineData("[Network(100)] [Dense(1)] [MSELoss]")]
    [InlineData("[Network(100)] [Dropout(0.1)] [Dense(10)] [CrossEntropyLoss]")]
    // where parameters are wasted, ACT1002 says so and how many
    [InlineData("[Network(100)] [{|ACT1002:Dense(50)|}] [Dense(10)] [CrossEntropyLoss]")]
    // nonlinear elsewhere
    [InlineData("[Network(100)] [Dense(100), ReLU] [{|ACT1002:Dense(9)|}] [Dense(10)] [CrossEntropyLoss]")]
    [InlineData("[Network(100)] [Dense(9)] [Dense(10), PReLU]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack.Replace("[Network(100)] [Dense(9)]", "[Network(100)] [{|ACT1002:Dense(9)|}]"));
}
