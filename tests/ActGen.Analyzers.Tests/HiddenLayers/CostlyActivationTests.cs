using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.HiddenLayers;

public class CostlyActivationTests
{
    [Theory]
    [InlineData("GELU")]
    [InlineData("Mish")]
    [InlineData("Activation<Own>")]
    public async Task Hints_and_shows_nothing(string activation)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync(
            $"[Network(8)] [Dense(64), {{|ACT1013:{activation}|}}] [Dense(2)] [CrossEntropyLoss]",
            "[ActivationFunction] public readonly partial struct Own { public static float Formula(float x) => x / (1 + Exp(-1.5f * x)); }"));

        Assert.Equal(DiagnosticSeverity.Hidden, found.Severity);
        Assert.Contains("for each of 64 units", found.GetMessage());
    }

    [Theory]
    // deeper, cheap, saturating, or of the output
    [InlineData("[Network(8)] [Dense(64), GELU] [Dense(64), GELU] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(8)] [Dense(64), HardSwish] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(8)] [Dense(64), Tanh] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(8)] [Dense(64), ReLU] [Dense(2), Softplus]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);
}
