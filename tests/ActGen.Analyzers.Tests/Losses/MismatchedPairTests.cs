using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class MismatchedPairTests
{
    private const string Own = """
        [ActivationFunction] public readonly partial struct Logistic { public static float Formula(float x) => 1 / (1 + Exp(-x)); }
        [ActivationFunction] public readonly partial struct Half { public static float Formula(float x) => 0.5f * Sigmoid(x); }
        """;

    [Theory]
    [InlineData("[Dense(3), {|ACT2006:Sigmoid|}] [CrossEntropyLoss]", "[Sigmoid] before CrossEntropyLoss: with logits between 0 and 1 for its 3 classes the loss cannot fall below 0.5514. Remove [Sigmoid]; Predict returns probabilities.")]
    [InlineData("[Dense(10), {|ACT2006:Activation<Logistic>|}] [CrossEntropyLoss]", "cannot fall below 1.4612")]
    [InlineData("[Dense(10), {|ACT2006:HardSigmoid|}] [FocalLoss]", "cannot fall below 0.8619")]
    // ln(1 + 9·e^−½)
    [InlineData("[Dense(10), {|ACT2006:Activation<Half>|}] [CrossEntropyLoss]", "with logits between 0 and 0.5 for its 10 classes the loss cannot fall below 1.8654")]
    [InlineData("[Dense(2), {|ACT2006:Sigmoid|}] [CrossEntropyLoss(ClassWeights = [1, 3])]", "the right one never gets more than probability 0.7311")]
    [InlineData("[Dense(10), {|ACT2006:Sigmoid|}] [NLLLoss]", "the loss is −x of the right class, down to −1, and nothing lowers the other 9 classes. Use [CrossEntropyLoss] on the logits")]
    [InlineData("[Dense(10), {|ACT2006:Softmax|}] [BCELoss]", "10 outputs are judged one by one but share a sum of 1. Use [CrossEntropyLoss], whose gradient starts 9 times larger; where several are right, [BCEWithLogitsLoss].")]
    [InlineData("[Dense(10), {|ACT2006:Softmax|}] [BCEWithLogitsLoss]", "with one right the loss is at least 0.6552")]
    public async Task Reports(string end, string consequence)
    {
        Assert.Equal(0.5514, Math.Log(1 + (2 / Math.E)), 4);
        Assert.Equal(1.8654, Math.Log(1 + (9 * Math.Exp(-0.5))), 4);
        Assert.Equal(0.6552, (Math.Log(1 + Math.Exp(-1)) + (9 * Math.Log(2))) / 10, 4);
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end, Own));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Theory]
    // 1·e⁰ and 1·e¹
    [InlineData("[Dense(1), {|ACT2006:Softplus|}] [PoissonNLLLoss]", "[Softplus] before PoissonNLLLoss: its exponential is the rate, which is then never below 1. Remove [Softplus], or set LogInput = false.")]
    [InlineData("[Dense(1), {|ACT2006:ReLU|}] [PoissonNLLLoss(Full = true)]", "never below 1")]
    [InlineData("[Dense(1), {|ACT2006:Activation<Logistic>|}] [PoissonNLLLoss]", "its exponential is the rate, which then stays between 1 and 2.7. Remove [Activation<Logistic>].")]
    [InlineData("[Dense(2), {|ACT2006:Softplus|}] [GaussianNLLLoss]", "half of the outputs are logarithms of variances, which are then never below 1. Remove [Softplus].")]
    [InlineData("[Dense(2), {|ACT2006:Sigmoid|}] [GaussianNLLLoss]", "which then stay between 1 and 2.7. Remove")]
    [InlineData("[Dense(1), {|ACT2006:Sigmoid|}] [HingeLoss]", "[Sigmoid] before HingeLoss: no score is negative, so that a row of target −1 costs at least 1 and Classify never answers −1. Remove [Sigmoid].")]
    [InlineData("[Dense(4), {|ACT2006:Softmax|}] [SquaredHingeLoss]", "no score is negative")]
    [InlineData("[Dense(1), {|ACT2006:LogSigmoid|}] [HingeLoss]", "no score is positive, so that a row of target +1 costs at least 1")]
    [InlineData("[Dense(10), {|ACT2006:Sigmoid|}] [MultiMarginLoss(1, 3)]", "the right score is to be 3 above the others, and between 0 and 1 it is at most 1: no row is ever right enough. Remove [Sigmoid].")]
    [InlineData("[Dense(10), {|ACT2006:Activation<Half>|}] [CategoricalHingeLoss]", "the right score is to be 1 above the others, and between 0 and 0.5 it is at most 0.5")]
    public async Task Reports_what_the_loss_asks_for_and_never_gets(string end, string consequence)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end, Own));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Theory]
    [InlineData("[Dense(10), {|ACT2006:Softmax|}] [MultiMarginLoss]", "the right score is to be 1 above the others, which takes p = 1, and gradients start 10 times smaller than on logits. Remove [Softmax].")]
    [InlineData("[Dense(10), {|ACT2006:Sigmoid|}] [CategoricalHingeLoss]", "which only the bounds 0 and 1 give, where there is no gradient")]
    [InlineData("[Dense(10), {|ACT2006:Sigmoid|}] [MultiLabelMarginLoss]", "which only the bounds 0 and 1 give, where there is no gradient")]
    public async Task What_is_reached_in_the_limit_is_information(string end, string consequence)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end, Own));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    /// <summary>The least of −Σ t·log softmax(x) over logits between 0 and 1, the right one at 1 and the others at 0, for t = (1 − s)·one-hot + s/K.</summary>
    [Theory]
    [InlineData("[Dense(10), {|ACT2006:Sigmoid|}] [CrossEntropyLoss(LabelSmoothing = 0.1)]", 10, 0.1)]
    [InlineData("[Dense(10), {|ACT2001:Softmax|}] [CrossEntropyLoss(LabelSmoothing = 0.1)]", 10, 0.1)]
    // wanted is less than the bound gives: the entropy of the targets is what is left anyway
    [InlineData("[Dense(2), {|ACT2006:Sigmoid|}] [CrossEntropyLoss(LabelSmoothing = 0.9)]", 2, 0.9)]
    public async Task Smoothed_labels_raise_the_floor(string end, int classes, double smoothing)
    {
        double Loss(double gap)
        {
            double rest = Math.Log(Math.Exp(gap) + classes - 1), each = smoothing / classes;
            return ((1 - smoothing + each) * (rest - gap)) + ((classes - 1) * each * rest);
        }
        double least = Enumerable.Range(0, 10_001).Min(i => Loss(i / 10_000.0));

        Assert.Contains($"cannot fall below {least.ToString("F4", System.Globalization.CultureInfo.InvariantCulture)}", await NetworkTest.MessageAsync("[Network(8)] [Dense(16), ReLU] " + end));
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
    [InlineData("[Dense(10), ReLU] [CategoricalHingeLoss]")]
    [InlineData("[Dense(10), Tanh] [MultiMarginLoss]")]
    [InlineData("[Dense(10), Sigmoid] [MultiMarginLoss(1, 0.5)]")]
    [InlineData("[Dense(10), Softmax] [HingeEmbeddingLoss]")]
    [InlineData("[Dense(1), Tanh] [HingeLoss]")]
    [InlineData("[Dense(1)] [PoissonNLLLoss]")]
    [InlineData("[Dense(1), LogSigmoid] [PoissonNLLLoss]")]
    [InlineData("[Dense(1), LeakyReLU] [PoissonNLLLoss]")]
    [InlineData("[Dense(2)] [GaussianNLLLoss]")]
    [InlineData("[Dense(10), {|ACT1008:Sigmoid|}] [MSELoss]")]
    // other ranges are another mistake
    [InlineData("[Dense(10), {|ACT1009:Tanh|}] [CrossEntropyLoss]")]
    // one class is an error already; a setting for which the loss is not defined has no floor
    [InlineData("[Dense(1), Sigmoid] [{|ACT0008:CrossEntropyLoss|}]")]
    [InlineData("[Dense(3), Sigmoid] [FocalLoss({|ACT0006:-1|})]")]
    public Task Is_silent(string end) => NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end, Own);
}
