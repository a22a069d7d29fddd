using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class OutputsOutsideOfDomainTests
{
    private const string Own = """
        [ActivationFunction] public readonly partial struct Ramp { public static float Formula(float x) => Max(x, 0); }
        [ActivationFunction] public readonly partial struct Clamp { public static float Formula(float x) => Min(Max(x, 0), 1f); }
        [ActivationFunction] public readonly partial struct Bell { public static float Formula(float x) => Exp(-x * x); }
        [ActivationFunction] public readonly partial struct FromTanh { public static float Formula(float x) => 0.5f + 0.5f * Tanh(x); }
        """;

    [Theory]
    [InlineData("[Dense(1)] [{|ACT2007:BCELoss|}]", "BCELoss takes probabilities, and [Dense(1)] gives any numbers, about half of them negative at first: outside of [0, 1] the loss is not a number. Use [BCEWithLogitsLoss] on the logits.")]
    [InlineData("[Dense(20), {|ACT2007:ReLU|}] [BCELoss]", "[ReLU] gives numbers from 0 on: outside of [0, 1] the loss is not a number")]
    [InlineData("[Dense(20), {|ACT2007:Activation<Ramp>|}] [BCELoss]", "gives numbers from 0 on")]
    [InlineData("[Dense(20), {|ACT2007:Tanh|}] [BCELoss]", "between -1 and 1")]
    [InlineData("[Dense(20), {|ACT2007:LogSoftmax|}] [BCELoss]", "up to 0")]
    [InlineData("[Dense(64)] [{|ACT2007:DiceLoss|}]", "the sums that it divides can be 0 or negative. Put [Sigmoid] before it.")]
    [InlineData("[Dense(64)] [{|ACT2007:Tanh|}] [DiceLoss]", "the sums that it divides can be 0 or negative. Put [Sigmoid] in its place.")]
    [InlineData("[Dense(64)] [{|ACT2007:LogSoftmax|}] [DiceLoss]", "the sums that it divides can be 0 or negative. Put [Softmax] in its place.")]
    [InlineData("[Dense(64), {|ACT2007:Tanh|}] [TverskyLoss]", "the sums that it divides can be 0 or negative")]
    [InlineData("[Dense(1)] [{|ACT2007:PoissonNLLLoss(LogInput = false)|}]", "PoissonNLLLoss takes positive numbers, and [Dense(1)] gives any numbers, about half of them negative at first: below 0 the loss is not a number. Use [Softplus], or leave LogInput on.")]
    [InlineData("[Dense(1), {|ACT2007:ELU|}] [PoissonNLLLoss(LogInput = false)]", "[ELU] gives numbers from -1 on: below 0 the loss is not a number")]
    [InlineData("[Dense(1)] [{|ACT2007:HingeEmbeddingLoss|}]", "HingeEmbeddingLoss takes distances, and [Dense(1)] gives any numbers, about half of them negative at first: where the target is +1 the loss falls without bound. Use [Softplus].")]
    [InlineData("[Dense(1), {|ACT2007:Tanh|}] [HingeEmbeddingLoss]", "[Tanh] gives numbers between -1 and 1: where the target is +1 the loss falls to -1. Use [Softplus].")]
    [InlineData("[Dense(1), {|ACT2007:LogSigmoid|}] [HingeEmbeddingLoss]", "where the target is +1 the loss falls without bound.")]
    public async Task Reports(string end, string consequence)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end, Own));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Theory]
    [InlineData("[Dense(1)] [{|ACT2007:MSLELoss|}]", "what is negative gets no gradient. Use [Softplus].")]
    [InlineData("[Dense(1), {|ACT2007:Tanh|}] [MSLELoss]", "[Tanh] gives numbers between -1 and 1: what is negative gets no gradient")]
    public async Task What_is_only_cut_off_is_information(string end, string consequence)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end, Own));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Theory]
    [InlineData("[Dense(1), Softplus] [PoissonNLLLoss(LogInput = false)]")]
    [InlineData("[Dense(1), Softplus] [MSLELoss]")]
    [InlineData("[Dense(1), Activation<Bell>] [HingeEmbeddingLoss]")]
    [InlineData("[Dense(1)] [PoissonNLLLoss]")]
    [InlineData("[Dense(1), PReLU] [MSLELoss]")]
    // all that stays in [0, 1]
    [InlineData("[Dense(20), HardSigmoid] [BCELoss]")]
    [InlineData("[Dense(20), Activation<Clamp>] [BCELoss]")]
    [InlineData("[Dense(20), Activation<Bell>] [BCELoss]")]
    [InlineData("[Dense(20), Sigmoid] [DiceLoss]")]
    [InlineData("[Dense(20), Softmax] [DiceLoss]")]
    // a learned slope, a gate: unknown
    [InlineData("[Dense(20), PReLU] [BCELoss]")]
    [InlineData("[Dense(20), GLU] [BCELoss]")]
    // dropout is the mistake
    [InlineData("[Dense(20), Sigmoid] [{|ACT2011:Dropout(0.5)|}] [BCELoss]")]
    [InlineData("[Dense(20)] [BCEWithLogitsLoss]")]
    public Task Is_silent(string end) => NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end, Own);
}
