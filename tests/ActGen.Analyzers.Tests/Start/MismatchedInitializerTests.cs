namespace ActGen.Analyzers.Tests.Start;

public class MismatchedInitializerTests
{
    [Fact]
    public async Task Reports_with_the_drift()
    {
        string message = await NetworkTest.MessageAsync(
            $"[Network(64)] [{{|ACT3001:Dense(64, Init = Initializer.LeCun)|}}, ReLU] {"[Dense(64, Init = Initializer.LeCun), ReLU]".Times(5)} [Dense(10)] [CrossEntropyLoss]");

        // Variance 1/fan_in and E ReLU² = ½: √½ from each product to the next, five times.
        Assert.Equal(0.71, Math.Sqrt(0.5), 2);
        Assert.Equal(0.18, Math.Pow(0.5, 2.5), 2);
        Assert.Equal("The declared initialisers do not fit the activations: over 6 layers the signal is predicted to be multiplied by 0.71 with each layer, by 0.18 in all. With Init = Auto it keeps its scale.", message);
    }

    [Theory]
    [InlineData("[Network(64)] [Dense(64, Init = Initializer.He), ReLU] [Dense(64, Init = Initializer.He), ReLU] [Dense(64, Init = Initializer.He), ReLU] [Dense(64, Init = Initializer.He), ReLU] [Dense(64, Init = Initializer.He), ReLU] [Dense(10)] [CrossEntropyLoss]")]
    // a drift over two layers
    [InlineData("[Network(64)] [Dense(64, Init = Initializer.LeCun, InitScale = 0.2), ReLU] [Dense(64, Init = Initializer.LeCun, InitScale = 0.2), ReLU] [Dense(64), ReLU] [Dense(10)] [CrossEntropyLoss]")]
    // tanh holds what He's weights enlarge
    [InlineData("[Network(64)] [Dense(64, Init = Initializer.He), Tanh] [Dense(64, Init = Initializer.He), ReLU] [Dense(64, Init = Initializer.He), Tanh] [Dense(10)] [CrossEntropyLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);
}
