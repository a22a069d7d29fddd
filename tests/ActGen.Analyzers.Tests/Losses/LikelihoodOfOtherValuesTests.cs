using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class LikelihoodOfOtherValuesTests
{
    private const string Own = """
        [ActivationFunction] public readonly partial struct Ramp { public static float Formula(float x) => Max(x, 0); }
        """;

    [Theory]
    [InlineData("[Dense(4)] [{|ACT2004:NLLLoss|}]", "NLLLoss takes log-probabilities, and [Dense(4)] gives any numbers: the loss is −x of the right class and falls without bound (guessing costs ln 4 = 1.3863). Use [CrossEntropyLoss].")]
    [InlineData("[Dense(4)] [{|ACT2011:Dropout(0.1)|}] [{|ACT2004:NLLLoss|}]", "[Dense(4)] gives any numbers")]
    [InlineData("[Dense(10), {|ACT2004:Softmax|}] [NLLLoss]", "[Softmax] gives probabilities: the loss is −p of the right class, at best −1, and its gradient is p times what it should be, 1/10 at first. Use [LogSoftmax].")]
    [InlineData("[Dense(10), {|ACT2004:Sparsemax|}] [NLLLoss]", "a row whose right class has p = 0 gets no gradient")]
    [InlineData("[Dense(10), {|ACT2004:ReLU|}] [NLLLoss]", "[ReLU] gives numbers from 0 on: the loss is −x of the right class and falls without bound")]
    [InlineData("[Dense(10), {|ACT2004:Activation<Ramp>|}] [NLLLoss]", "[Activation<Ramp>] gives numbers from 0 on")]
    [InlineData("[Dense(10), {|ACT2004:Tanh|}] [NLLLoss]", "[Tanh] gives numbers between -1 and 1: the loss is −x of the right class and falls to −1")]
    [InlineData("[Dense(10), {|ACT2004:CReLU|}] [NLLLoss]", "[CReLU] gives numbers from 0 on")]
    public async Task Reports(string end, string consequence)
    {
        Assert.Equal(1.3863, Math.Log(4), 4);
        Diagnostic found = (await NetworkTest.VerifyAsync("[Network(8)] " + end, Own)).Single(one => one.Id == "ACT2004");

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Fact]
    public void The_gradient_of_softmax_is_p_times_what_it_should_be()
    {
        foreach (double p in (double[])[0.1, 0.001, 0.9])
        {
            double[] x = Derivative.Logits(10, p);
            for (int i = 0; i < 10; i++)
                Assert.Equal(p * Derivative.Of(x => -Math.Log(Derivative.Softmax(x)[0]), x, i), Derivative.Of(x => -Derivative.Softmax(x)[0], x, i), 6);
        }
    }

    [Theory]
    [InlineData("[Dense(10), LogSoftmax] [NLLLoss]")]
    // never above 0: perhaps logarithms of probabilities
    [InlineData("[Dense(10), LogSigmoid] [NLLLoss]")]
    // a learned slope, a gate: unknown
    [InlineData("[Dense(10), PReLU] [NLLLoss]")]
    [InlineData("[Dense(20), GLU] [NLLLoss]")]
    // one class is an error already; sigmoid is another mistake
    [InlineData("[Dense(1)] [{|ACT0008:NLLLoss|}]")]
    [InlineData("[Dense(10), {|ACT2006:Sigmoid|}] [NLLLoss]")]
    public Task Is_silent(string end) => NetworkTest.VerifyAsync("[Network(8)] " + end, Own);

    [Fact]
    public Task What_comes_in_is_not_known() => NetworkTest.VerifyAsync("[Network(8)] [NLLLoss]", "", "ACT2004");
}
