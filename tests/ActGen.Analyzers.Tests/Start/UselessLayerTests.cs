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
    [InlineData("MaxPool2D(1)")]
    [InlineData("AveragePool2D(1)")]
    [InlineData("Permute(1, 2, 3)")]
    public async Task A_window_of_one_cell_does_nothing(string layer)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync($"[Network(3, 4, 4)] [ReLU] [{{|ACT3004:{layer}|}}] [Flatten] [Dense(2)] [CrossEntropyLoss]"));
        Assert.Contains("returns its input unchanged.", found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dropout_before_batch_normalisation_changes_its_variances()
    {
        string message = await NetworkTest.MessageAsync("[Network(8)] [Dense(20), ReLU] [{|ACT3004:Dropout(0.2)|}] [BatchNorm] [Dense(2)] [CrossEntropyLoss]");
        Assert.StartsWith("[Dropout] right before [BatchNorm] makes its variances in training at least 1.2 times those of inference, where nothing is dropped. Drop behind it.", message);
    }

    [Theory]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dropout(0.2)] [LayerNorm] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(8)] [Dense(20, Bias = false)] [BatchNorm, ReLU, Dropout(0.2)] [Dense(2)] [CrossEntropyLoss]")]
    // of axes that are none nothing is known
    [InlineData("[Network(3, 4, 4)] [ReLU] [Permute({|ACT0006:0, 1, 2|})] [Flatten] [Dense(2)] [CrossEntropyLoss]")]
    // every second cell
    [InlineData("[Network(3, 4, 4)] [ReLU] [MaxPool2D(1, Stride = 2)] [Flatten] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(3, 4, 4)] [ReLU] [AveragePool2D(2)] [Flatten] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(3, 4, 4)] [ReLU] [Permute(3, 1, 2)] [Flatten] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(8)] [Dense(20), ReLU] [Dropout(0.5)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(8)] [Dropout(0.1)] [Dense(20), LeakyReLU] [Dense(2)] [CrossEntropyLoss]")]
    // that nothing nonlinear stands there is told once
    [InlineData("[Network(8)] [{|ACT1002:Dense(20)|}, Activation<Formulas.Identity>] [Dense(2)] [CrossEntropyLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);
}
