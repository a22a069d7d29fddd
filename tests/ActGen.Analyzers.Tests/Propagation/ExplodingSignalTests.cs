namespace ActGen.Analyzers.Tests.Propagation;

public class ExplodingSignalTests
{
    private const string Squared = "[ActivationFunction] public readonly partial struct Own { public static float Formula(float x) => x > 0 ? x * x : 0; }";

    [Theory]
    [InlineData("[Network(32)] [Dense(64, Init = Initializer.He), SquaredReLU] [Dense(64, Init = Initializer.He), SquaredReLU] [Dense(64, Init = Initializer.He), SquaredReLU] [Dense(64, Init = Initializer.He), SquaredReLU] [Dense(64, Init = Initializer.He), {|ACT1004:SquaredReLU|}] [Dense(64, Init = Initializer.He), SquaredReLU] [Dense(1)] [MSELoss]")]
    [InlineData("[Network(32)] [Dense(64, Init = Initializer.He), Activation<Own>] [Dense(64, Init = Initializer.He), Activation<Own>] [Dense(64, Init = Initializer.He), Activation<Own>] [Dense(64, Init = Initializer.He), Activation<Own>] [Dense(64, Init = Initializer.He), {|ACT1004:Activation<Own>|}] [Dense(64, Init = Initializer.He), Activation<Own>] [Dense(1)] [MSELoss]")]
    [InlineData("[Network(784)] [{|ACT1004:Dense(64, Init = Initializer.Normal)|}, ReLU] [Dense(10)] [CrossEntropyLoss]")]
    [InlineData("[Network(784)] [Dense(64), ReLU] [{|ACT1004:Dense(10, Init = Initializer.LeCun, InitScale = 6)|}] [CrossEntropyLoss]")]
    public Task Reports(string stack) => NetworkTest.VerifyAsync(stack, Squared);

    [Fact]
    public async Task Says_how_large_and_what_it_costs()
    {
        string message = await NetworkTest.MessageAsync("[Network(784)] [{|ACT1004:Dense(64, Init = Initializer.Normal)|}, Tanh] [Dense(10)] [CrossEntropyLoss]");

        // σ√fan_in = √784 = 28, and √E tanh′(28z)².
        double passed = Gauss.Rms(z => 1 / Math.Pow(Math.Cosh(28 * z), 2));
        Assert.Equal(0.14, passed, 2);
        Assert.Equal("The initial weights of [Dense(64)] make its outputs 28 times as large as its inputs (σ√784; 1 to 1.5 is usual), where [Tanh] passes on 0.14 of the gradient. Leave them to Auto.", message);
    }

    /// <summary>A filter reads a window of some channels: √(2·3·3) = 4.24, times 2.</summary>
    [Fact]
    public async Task Of_a_filter_counts_all_taps()
    {
        string message = await NetworkTest.MessageAsync("[Network(4, 9, 9)] [{|ACT1004:Conv2D(8, 3, Groups = 2, Init = Initializer.Normal, InitScale = 2)|}, ReLU] [Flatten] [Dense(10)] [CrossEntropyLoss]");

        Assert.Equal("The initial weights of [Conv2D(8)] make its outputs 8.5 times as large as its inputs (σ√18; 1 to 1.5 is usual). Leave them to Auto.", message);
    }

    /// <summary>The first layer of a network of sines divides nothing by 30: what explodes is the slope, of a bounded function.</summary>
    [Fact]
    public async Task Advises_against_the_slope_where_the_activation_is_bounded()
    {
        string message = await NetworkTest.MessageAsync("[Network(2)] [{|ACT1004:Dense(256)|}, Sin(30)] [Dense(256), Sin(30)] [Dense(256), Sin(30)] [Dense(3)] [MSELoss]");

        // 30·√E cos²(30z).
        double slope = Gauss.Rms(z => 30 * Math.Cos(30 * z));
        Assert.Equal(21, slope, 0);
        Assert.EndsWith("[Sin] multiplies it by 21: use a flatter activation, or smaller weights before it (InitScale).", message, StringComparison.Ordinal);
    }

    [Theory]
    // Auto makes small inputs large on purpose
    [InlineData("[Network(64, InputMeanSquare = 0.0001)] [Dense(64), ReLU] [Dense(10)] [CrossEntropyLoss]")]
    // large inputs are no growth
    [InlineData("[Network(64, InputMeanSquare = 1e12)] [Dense(64, Init = Initializer.LeCun), ReLU] [Dense(10, Init = Initializer.LeCun)] [MSELoss]")]
    [InlineData("[Network(64)] [Dense(64, Init = Initializer.He), ReLU] [Dense(10, Init = Initializer.Glorot)] [CrossEntropyLoss]")]
    // weights all alike: nobody keeps track of what the inputs have in common
    [InlineData("[Network(784)] [Dense(10, Init = Initializer.Ones)] [CrossEntropyLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);
}
