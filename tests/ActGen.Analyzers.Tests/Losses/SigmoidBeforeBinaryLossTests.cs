using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class SigmoidBeforeBinaryLossTests
{
    private const string Own = """
        [ActivationFunction] public readonly partial struct Logistic { public static float Formula(float x) => 1 / (1 + Exp(-x)); }
        [ActivationFunction] public readonly partial struct FromTanh { public static float Formula(float x) => 0.5f + 0.5f * Tanh(x / 2); }
        [ActivationFunction] public readonly partial struct Normal { public static float Formula(float x) => NormalCdf(x); }
        [ActivationFunction] public readonly partial struct Sharp { public static float Formula(float x) => Sigmoid(2 * x); }
        """;

    [Theory]
    [InlineData("Sigmoid", "[Sigmoid] before BCELoss is right but loses digits: from a logit of 17.3 on p is 1, and a row of target 0 costs 100 instead of 17.3, without gradient. Use [BCEWithLogitsLoss] on logits.")]
    [InlineData("Activation<Logistic>", "[Activation<Logistic>] before BCELoss")]
    [InlineData("Activation<FromTanh>", "from a logit of 17.3 on")]
    public async Task Reports(string sigmoid, string consequence)
    {
        Assert.Equal(1f, (float)(1 / (1 + Math.Exp(-17.33))));
        Assert.NotEqual(1f, (float)(1 / (1 + Math.Exp(-17.32))));
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync($"[Network(8)] [Dense(16), ReLU] [Dense(1), {{|ACT2008:{sigmoid}|}}] [BCELoss]", Own));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Theory]
    // another probability of a logit
    [InlineData("[Dense(1), HardSigmoid] [BCELoss]")]
    [InlineData("[Dense(1), Activation<Normal>] [BCELoss]")]
    [InlineData("[Dense(1), Activation<Sharp>] [BCELoss]")]
    // no form on logits
    [InlineData("[Dense(9), Sigmoid] [DiceLoss]")]
    [InlineData("[Dense(1), Sigmoid]")]
    public Task Is_silent(string end) => NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end, Own);
}
