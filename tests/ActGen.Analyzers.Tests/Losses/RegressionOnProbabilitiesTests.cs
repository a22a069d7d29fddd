using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class RegressionOnProbabilitiesTests
{
    [Theory]
    // 2·0.01·slope/K
    [InlineData("[Dense(10), {|ACT2009:Softmax|}] [MSELoss]", "[Softmax] before MSELoss: where the right of 10 classes has p = 0.01 its logit gets a gradient of at most 4.0·10⁻³, and 0.99 from cross-entropy. Use [CrossEntropyLoss] on the logits.")]
    [InlineData("[Dense(2), {|ACT2009:Softmax|}] [L1Loss]", "at most 0.01, and")]
    [InlineData("[Dense(2), {|ACT2009:Sparsemax|}] [HuberLoss]", "at most 0.01, and")]
    public async Task Reports(string end, string consequence)
    {
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    public static TheoryData<double, Func<double, double>> Losses => new()
    {
        { 2, d => d * d },
        { 1, Math.Abs },
        { 1, d => Math.Abs(d) <= 1 ? d * d / 2 : Math.Abs(d) - 0.5 },
        { 0.7616, d => Math.Log(Math.Cosh(d)) },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void The_gradient_has_this_bound(double slope, Func<double, double> loss)
    {
        // All doubt on one wrong class, which is the steepest, and spread over all of them.
        double[][] rows = [[Math.Log(0.01), Math.Log(0.99), .. Enumerable.Repeat(-30.0, 8)], Derivative.Logits(10, 0.01)];
        foreach (double[] x in rows)
        {
            double gradient = Derivative.Of(x => Derivative.Softmax(x).Select((p, i) => loss(p - (i == 0 ? 1 : 0))).Average(), x, 0);
            Assert.InRange(Math.Abs(gradient), 0, 2 * 0.01 * slope / 10);
        }
        Assert.Equal(-0.99, Derivative.Of(x => -Math.Log(Derivative.Softmax(x)[0]), rows[1], 0), 6);
    }

    [Theory]
    // no probabilities, no such bound, losses that are no regression
    [InlineData("[Dense(10)] [MSELoss]")]
    [InlineData("[Dense(10), {|ACT1008:Sigmoid|}] [MSELoss]")]
    [InlineData("[Dense(10), Softmax] [MAPELoss]")]
    [InlineData("[Dense(10), Softmax] [HingeEmbeddingLoss]")]
    [InlineData("[Dense(10), Softmax] [CosineSimilarityLoss]")]
    [InlineData("[Dense(10), Softmax] [{|ACT2011:Dropout(0.1)|}] [PoissonNLLLoss(LogInput = false)]")]
    public Task Is_silent(string end) => NetworkTest.VerifyAsync("[Network(8)] [Dense(16), ReLU] " + end);
}
