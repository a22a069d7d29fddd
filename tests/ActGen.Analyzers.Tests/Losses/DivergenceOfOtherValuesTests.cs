using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class DivergenceOfOtherValuesTests
{
    private const string Own = """
        [ActivationFunction] public readonly partial struct Logistic { public static float Formula(float x) => 1 / (1 + Exp(-x)); }
        """;

    [Theory]
    [InlineData("[Dense(64), {|ACT2010:Softmax|}] [KLDivLoss]", "KLDivLoss takes log-probabilities, and [Softmax] gives probabilities: what is surely right costs −1 and not 0, and in a new network its gradient is 64 times too small. Use [LogSoftmax].")]
    [InlineData("[Dense(64), {|ACT2010:Sparsemax|}] [KLDivLoss(LogTarget = true)]", "what is surely right costs −1 and not 0. Use")]
    [InlineData("[Dense(64)] [{|ACT2010:KLDivLoss(BatchMean = true)|}]", "[Dense(64)] gives any numbers: −t·x falls without bound, nothing makes their exponentials sum to 1. Put [LogSoftmax] before it.")]
    [InlineData("[Dense(64), {|ACT2010:Activation<Logistic>|}] [KLDivLoss]", "gives numbers between 0 and 1: what is right costs down to −1 and not 0")]
    [InlineData("[Dense(64), {|ACT2010:ReLU|}] [KLDivLoss]", "gives numbers from 0 on: what is right costs down to −∞ and not 0")]
    // one unit is a yes or no
    [InlineData("[Dense(1)] [{|ACT2010:KLDivLoss|}]", "falls without bound, nothing makes their exponentials sum to 1. Use [BCEWithLogitsLoss].")]
    [InlineData("[Dense(1), {|ACT2010:Sigmoid|}] [KLDivLoss]", "Use [BCEWithLogitsLoss] on the logit.")]
    public async Task Reports(string end, string consequence)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] " + end, Own));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Fact]
    public void The_gradient_of_softmax_is_too_small_by_the_number_of_classes()
    {
        double[] x = new double[64], t = Derivative.Softmax([.. Enumerable.Range(0, 64).Select(i => Math.Sin(i))]);
        double Divergence(Func<double, double> of, double[] x) => Derivative.Softmax(x).Zip(t, (p, t) => t * (Math.Log(t) - of(p))).Sum();
        for (int i = 0; i < 64; i++)
            Assert.Equal(Derivative.Of(x => Divergence(Math.Log, x), x, i) / 64, Derivative.Of(x => Divergence(p => p, x), x, i), 8);
    }

    [Theory]
    [InlineData("[Dense(64), LogSoftmax] [KLDivLoss]")]
    [InlineData("[Dense(64), LogSigmoid] [KLDivLoss]")]
    [InlineData("[Dense(64), PReLU] [KLDivLoss]")]
    [InlineData("[Dense(64), GLU] [KLDivLoss]")]
    public Task Is_silent(string end) => NetworkTest.VerifyAsync("[Network(8)] " + end, Own);
}
