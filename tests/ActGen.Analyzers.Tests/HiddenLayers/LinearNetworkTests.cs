using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.HiddenLayers;

public class LinearNetworkTests
{
    [Fact]
    public async Task Reports_with_rank_and_parameters() => Assert.Equal(
        // 784·32 + 32 + 32·784 + 784 = 50,992.
        "Nothing in this network is nonlinear: its 2 layers compute one affine map of rank at most 32 with 50,992 parameters. Insert activations, unless a factorisation is meant.",
        await NetworkTest.MessageAsync("[Network(784)] [{|ACT1006:Dense(32)|}] [Dense(784)] [MSELoss]"));

    [Theory]
    // 3·9·32 + 32 + 32·9·64 + 64 + 64·28·28·10 + 10 = 521,162; one dense layer has 30,730.
    [InlineData("[Network(3, 32, 32)] [{|ACT1006:Conv2D(32, 3)|}] [Conv2D(64, 3)] [Flatten] [Dense(10)] [CrossEntropyLoss]", "3 layers compute one affine map from 3,072 values to 10 with 521,162 parameters", DiagnosticSeverity.Warning)]
    [InlineData("[Network(3, 32, 32)] [{|ACT1006:Conv2D(32, 3)|}, AveragePool2D(2)] [Flatten] [Dense(64)] [Dense(10)] [CrossEntropyLoss]", "3 layers compute one affine map from 3,072 values to 10 with ", DiagnosticSeverity.Warning)]
    // Fewer weights than the map has: it may be meant.
    [InlineData("[Network(1, 33, 33)] [{|ACT1006:Conv2D(64, 9, Padding = 4)|}] [Conv2D(32, 1)] [Conv2D(1, 5, Padding = 2)] [MSELoss]", "3 layers compute one affine map from 1,089 values to 1,089 with 8,129 parameters", DiagnosticSeverity.Info)]
    [InlineData("[Network(3, 32, 32)] [{|ACT1006:Conv2D(32, 3, Bias = false)|}, BatchNorm] [Flatten] [Dense(10)] [CrossEntropyLoss]", "2 layers compute one affine map from 3,072 values to 10", DiagnosticSeverity.Info)]
    public async Task Reports_networks_over_images(string stack, string part, DiagnosticSeverity severity)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync(stack));
        Assert.Contains(part, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(severity, found.Severity);
    }

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
    [InlineData("[Network(3, 32, 32)] [Conv2D(32, 3), MaxPool2D(2)] [Flatten] [Dense(10)] [CrossEntropyLoss]")]
    [InlineData("[Network(3, 32, 32)] [Conv2D(3, 3, Groups = 3)] [Conv2D(8, 1), ReLU] [Flatten] [Dense(10)] [CrossEntropyLoss]")]
    // regression on an image
    [InlineData("[Network(3, 32, 32)] [Conv2D(1, 32)] [Flatten] [MSELoss]")]
    [InlineData("[Network(100)] [Dense(100), ReLU] [{|ACT1002:Dense(9)|}] [Dense(10)] [CrossEntropyLoss]")]
    [InlineData("[Network(100)] [Dense(9)] [Dense(10), PReLU]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack.Replace("[Network(100)] [Dense(9)]", "[Network(100)] [{|ACT1002:Dense(9)|}]"));
}
