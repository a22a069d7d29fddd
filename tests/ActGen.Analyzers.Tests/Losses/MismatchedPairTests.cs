using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class MismatchedPairTests
{
    private const string Own = """
        [ActivationFunction] public readonly partial struct Logistic { public static float Formula(float x) => 1 / (1 + Exp(-x)); }
        [ActivationFunction] public readonly partial struct Half { public static float Formula(float x) => 0.5f * Sigmoid(x); }
        """;

    [Theory]
    [InlineData("[Dense(3), {|ACT2006:Sigmoid|}] [CrossEntropyLoss]", "[Sigmoid] before CrossEntropyLoss: the loss compares 3 classes by their logits, and with logits between 0 and 1 the loss cannot fall below 0.5514. Remove [Sigmoid]; Predict returns probabilities.")]
    [InlineData("[Dense(10), {|ACT2006:Activation<Logistic>|}] [CrossEntropyLoss]", "cannot fall below 1.4612")]
    [InlineData("[Dense(10), {|ACT2006:HardSigmoid|}] [FocalLoss]", "cannot fall below 0.8619")]
    // ln(1 + 9·e^−½)
    [InlineData("[Dense(10), {|ACT2006:Activation<Half>|}] [CrossEntropyLoss]", "with logits between 0 and 0.5 the loss cannot fall below 1.8654")]
    [InlineData("[Dense(2), {|ACT2006:Sigmoid|}] [CrossEntropyLoss(ClassWeights = [1, 3])]", "the right one never gets more than probability 0.7311")]
    [InlineData("[Dense(10), {|ACT2006:Sigmoid|}] [NLLLoss]", "the loss is −x of the right class, down to −1, and nothing lowers the other 9 classes. Use [CrossEntropyLoss] on the logits")]
    [InlineData("[Dense(10), {|ACT2006:Softmax|}] [BCELoss]", "they share a sum of 1. Where one class is right its gradient in a new network is 9 times smaller than that of cross-entropy: use [CrossEntropyLoss] on the logits. Where several are, two of them get at most 0.5 each: use [BCEWithLogitsLoss]")]
    [InlineData("[Dense(10), {|ACT2006:Softmax|}] [BCEWithLogitsLoss]", "where one is right it cannot fall below 0.6552")]
    public async Task Reports(string end, string consequence)
    {
        Assert.Equal(0.5514, Math.Log(1 + (2 / Math.E)), 4);
        Assert.Equal(1.8654, Math.Log(1 + (9 * Math.Exp(-0.5))), 4);
        Assert.Equal(0.6552, (Math.Log(1 + Math.Exp(-1)) + (9 * Math.Log(2))) / 10, 4);
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end, Own));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Fact]
    public async Task Two_classes_are_information()
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] [Dense(2), {|ACT2006:Softmax|}] [BCELoss]"));

        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Contains("with one-hot targets of 2 classes it is cross-entropy, but p rounds to 1 from a difference of 17.3 logits on", found.GetMessage());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void The_gradient_of_a_new_network_is_smaller_by_all_other_classes(int classes)
    {
        static double Each(double[] x)
        {
            double[] p = Derivative.Softmax(x);
            return (-Math.Log(p[0]) - p.Skip(1).Sum(p => Math.Log(1 - p))) / p.Length;
        }
        for (int i = 0; i < classes; i++)
            Assert.Equal(Derivative.Of(x => -Math.Log(Derivative.Softmax(x)[0]), new double[classes], i) / (classes - 1), Derivative.Of(Each, new double[classes], i), 8);
    }

    [Theory]
    [InlineData("[Dense(10), Sigmoid] [DiceLoss]")]
    [InlineData("[Dense(10), Softmax] [DiceLoss]")]
    [InlineData("[Dense(10), Softmax] [TverskyLoss]")]
    // scores, of which order decides; values
    [InlineData("[Dense(10), Sigmoid] [CategoricalHingeLoss]")]
    [InlineData("[Dense(10), {|ACT1008:Sigmoid|}] [MSELoss]")]
    // other ranges are another mistake
    [InlineData("[Dense(10), {|ACT1009:Tanh|}] [CrossEntropyLoss]")]
    // one class is an error already; a setting for which the loss is not defined has no floor
    [InlineData("[Dense(1), Sigmoid] [{|ACT0008:CrossEntropyLoss|}]")]
    [InlineData("[Dense(3), Sigmoid] [FocalLoss({|ACT0006:-1|})]")]
    public Task Is_silent(string end) => NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end, Own);
}
