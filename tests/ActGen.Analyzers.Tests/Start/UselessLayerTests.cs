using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Start;

public class UselessLayerTests
{
    [Theory]
    [InlineData("Dropout(0.8)", DiagnosticSeverity.Info, "[Dropout] drops 80 % of its inputs: 20 % remain, and the noise has 4 times the power of the signal.")]
    [InlineData("Dropout(0)", DiagnosticSeverity.Info, "[Dropout] of rate 0 drops nothing.")]
    [InlineData("Dropout(1)", DiagnosticSeverity.Warning, "[Dropout] of rate 1 drops everything")]
    [InlineData("Activation<Formulas.Identity>", DiagnosticSeverity.Info, "[Activation<Identity>] returns its input unchanged.")]
    [InlineData("Activation<Same>", DiagnosticSeverity.Info, "[Activation<Same>] returns its input unchanged.")]
    public async Task Reports(string layer, DiagnosticSeverity severity, string start)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync(
            $"[Network(8)] [Dense(20), ReLU] [{{|ACT3004:{layer}|}}] [Dense(2)] [CrossEntropyLoss]",
            "[ActivationFunction] public readonly partial struct Same { public static float Formula(float x) => x + 0; }"));

        // Var(x·mask/keep) = x²·rate/keep.
        Assert.Equal(4, 0.8 / (1 - 0.8), 12);
        Assert.Equal(severity, found.Severity);
        Assert.StartsWith(start, found.GetMessage());
    }

    [Theory]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dropout(0.5)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(8)] [Dropout(0.1)] [Dense(20), LeakyReLU] [Dense(2)] [CrossEntropyLoss]")]
    // that nothing nonlinear stands there is told once
    [InlineData("[Network(8)] [{|ACT1002:Dense(20)|}, Activation<Formulas.Identity>] [Dense(2)] [CrossEntropyLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);
}
