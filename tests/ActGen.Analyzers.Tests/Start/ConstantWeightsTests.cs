using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Start;

public class ConstantWeightsTests
{
    private const string Own = "[ActivationFunction] public readonly partial struct Own { public static float Formula(float x) => x > 0 ? x : 0; }";

    [Theory]
    [InlineData("Init = Initializer.Zeros", "ReLU", DiagnosticSeverity.Error)]
    [InlineData("Init = Initializer.Zeros", "Dropout(0.5), Activation<Own>", DiagnosticSeverity.Error)]
    [InlineData("InitScale = 0", "SquaredReLU", DiagnosticSeverity.Error)]
    [InlineData("Init = Initializer.Zeros", "Tanh", DiagnosticSeverity.Warning)]
    // the gradient at 0 is ½
    [InlineData("Init = Initializer.Zeros", "GELU", DiagnosticSeverity.Warning)]
    [InlineData("Init = Initializer.Ones", "ReLU", DiagnosticSeverity.Warning)]
    public async Task Reports(string start, string activation, DiagnosticSeverity severity)
    {
        Diagnostic found = (await NetworkTest.VerifyAsync($"[Network(8)] [{{|ACT3002:Dense(20, {start})|}}, {activation}] [Dense(20), ReLU] [Dense(2)] [CrossEntropyLoss]", Own)).Single();

        Assert.Equal(severity, found.Severity);
    }

    [Theory]
    [InlineData("[Network(8)] [Dense(20), ReLU] [{|ACT3002:Dense(20, Init = Initializer.Zeros)|}, Tanh] [Dense(2)] [MSELoss]", "at first nothing before them gets a gradient")]
    [InlineData("[Network(8)] [{|ACT3002:Dense(20, Init = Initializer.Zeros)|}, Tanh] [Dense(2, Init = Initializer.Zeros)] [MSELoss]", "stay equal for ever")]
    // dropout tells them apart
    [InlineData("[Network(8)] [{|ACT3002:Dense(20, Init = Initializer.Zeros)|}, Tanh] [Dropout(0.5)] [Dense(2, Init = Initializer.Zeros)] [MSELoss]", "worth one unit until what is behind tells them apart")]
    public async Task Says_what_it_costs(string stack, string consequence) => Assert.Contains(consequence, await NetworkTest.MessageAsync(stack));

    [Theory]
    // the output layer, one unit, and weights that differ
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dense(2, Init = Initializer.Zeros)] [CrossEntropyLoss]")]
    [InlineData("[Network(8)] [Dense(2, Init = Initializer.Zeros)] [CrossEntropyLoss]")]
    [InlineData("[Network(8)] [Dense(1, Init = Initializer.Zeros), Tanh] [Dense(2)] [MSELoss]")]
    [InlineData("[Network(8)] [Dense(8, Init = Initializer.Identity), ReLU] [Dense(2)] [MSELoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);
}
