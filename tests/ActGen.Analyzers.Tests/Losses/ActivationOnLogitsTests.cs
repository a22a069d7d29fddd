using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class ActivationOnLogitsTests
{
    private const string Own = """
        [ActivationFunction] public readonly partial struct Ramp { public static float Formula(float x) => Max(x, 0); }
        [ActivationFunction] public readonly partial struct Cap { public static float Formula(float x) => 30 * Tanh(x / 30); }
        """;

    [Theory]
    [InlineData("[Dense(10), {|ACT1009:ReLU|}] [CrossEntropyLoss]", "classes that it cuts off get no gradient and cannot be told apart, 50 % of them in a new network")]
    [InlineData("[Dense(10), {|ACT1009:Activation<Ramp>|}] [FocalLoss]", "50 % of them")]
    [InlineData("[Dense(10), {|ACT1009:GELU|}] [CrossEntropyLoss]", "no logit falls below -0.17")]
    [InlineData("[Dense(10), {|ACT1009:Tanh|}] [CrossEntropyLoss]", "with 10 classes the loss cannot fall below 0.7966")]
    [InlineData("[Dense(1), {|ACT1009:ReLU|}] [BCEWithLogitsLoss]", "p is at least 0.5000, so the loss of negative rows is at least 0.6931, and at the bound (50 % of them at first) no gradient")]
    [InlineData("[Dense(1), {|ACT1009:Tanh|}] [SoftMarginLoss]", "p stays in [0.2689, 0.7311], so the loss is at least 0.3133 for positive and 0.3133 for negative rows")]
    public async Task Reports(string end, string consequence)
    {
        // −ln of 1/(1 + 9e⁻²), of ½, of σ(1).
        Assert.Equal(0.7966, Math.Log(1 + (9 * Math.Exp(-2))), 4);
        Assert.Equal(0.6931, Math.Log(2), 4);
        Assert.Equal(0.3133, Math.Log(1 + Math.Exp(-1)), 4);
        Diagnostic found = Assert.Single(await NetworkTest.VerifyAsync($"[Network(8)] [Dense(20), ReLU] {end}", Own));

        Assert.Contains(consequence, found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Fact]
    public async Task What_has_no_bound_is_information() => Assert.Equal(
        DiagnosticSeverity.Info, Assert.Single(await NetworkTest.VerifyAsync("[Network(8)] [Dense(20), ReLU] [Dense(3), {|ACT1009:LeakyReLU|}] [CrossEntropyLoss]")).Severity);

    [Theory]
    // a cap that is meant
    [InlineData("[Dense(10), Activation<Cap>] [CrossEntropyLoss]")]
    [InlineData("[Dense(1), Activation<Cap>] [BCEWithLogitsLoss]")]
    // nothing between, or nothing that bends
    [InlineData("[Dense(10)] [CrossEntropyLoss]")]
    [InlineData("[Dense(10)] [{|ACT2011:Dropout(0.1)|}] [CrossEntropyLoss]")]
    // a learned slope, a row function, a loss that takes what comes
    [InlineData("[Dense(10), PReLU] [CrossEntropyLoss]")]
    [InlineData("[Dense(20), Maxout(2)] [CrossEntropyLoss]")]
    [InlineData("[Dense(10), ReLU] [CategoricalHingeLoss]")]
    public Task Is_silent(string end) => NetworkTest.VerifyAsync($"[Network(8)] [Dense(20), ReLU] {end}", Own);

    [Theory]
    [InlineData("GlobalAveragePool")]
    [InlineData("GlobalMaxPool")]
    public Task Maps_that_are_pooled_are_no_logits_yet(string pool) => NetworkTest.VerifyAsync($"[Network(6, 8)] [Dense(20), ReLU] [Dense(10), ReLU] [{pool}] [CrossEntropyLoss]");

    [Fact]
    public Task One_mistake_is_told_once() => NetworkTest.VerifyAsync("[Network(8)] [Dense(20), ReLU] [Dense(1), {|ACT2002:Sigmoid|}] [BCEWithLogitsLoss]");
}
