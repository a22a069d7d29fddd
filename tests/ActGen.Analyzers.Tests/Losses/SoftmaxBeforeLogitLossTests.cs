using ActGen.Testing;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class SoftmaxBeforeLogitLossTests
{
    [Theory]
    [InlineData("[Network(4)] [Dense(10), {|ACT2001:Softmax|}] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [Dense(10)] [{|ACT2001:Softmax|}] [Dropout(0.1)] [CrossEntropyLoss(LabelSmoothing = 0.1)]")]
    [InlineData("[Network(4)] [Dense(10), {|ACT2001:Softmax|}, Activation<Same>] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [Dense(10), {|ACT2001:Sparsemax|}] [CrossEntropyLoss]")]
    // every loss that applies softmax itself
    [InlineData("[Network(4)] [Dense(10), {|ACT2001:Softmax|}] [FocalLoss]")]
    [InlineData("[Network(4)] [Dense(10), {|ACT2001:Softmax|}] [GeneralizedCrossEntropyLoss(0.5)]")]
    // the mean of probabilities over an image is taken for logits all the same
    [InlineData("[Network(3, 16, 16)] [Conv2D(16, 3), ReLU] [Conv2D(10, 1), {|ACT2001:Softmax|}] [GlobalAveragePool] [CrossEntropyLoss]")]
    [InlineData("[Network(3, 16, 16)] [Conv2D(16, 3), ReLU] [Conv2D(10, 1), {|ACT2001:Softmax|}] [GlobalMaxPool] [CrossEntropyLoss]")]
    // independent of other errors
    [InlineData("[{|ACT0003:Network|}] [Dense(10), {|ACT2001:Softmax|}] [CrossEntropyLoss]")]
    public Task Reports(string stack) => NetworkTest.VerifyAsync(stack, Same, onlyId: "ACT2001");

    [Theory]
    [InlineData("[Network(4)] [Dense(10)] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [Dense(10), Softmax] [MSELoss]")]
    [InlineData("[Network(3, 16, 16)] [Conv2D(16, 3), ReLU] [Conv2D(10, 1), Softmax] [GlobalAveragePool] [NLLLoss]")]
    [InlineData("[Network(4)] [Dense(10), LogSoftmax] [NLLLoss]")]
    // scores, log-probabilities, values: none of these applies softmax
    [InlineData("[Network(4)] [Dense(10), Softmax] [MultiMarginLoss]")]
    [InlineData("[Network(4)] [Dense(10), Softmax] [CategoricalHingeLoss]")]
    [InlineData("[Network(4)] [Dense(10), Softmax] [NLLLoss]")]
    [InlineData("[Network(4)] [Dense(10), Softmax] [KLDivLoss]")]
    [InlineData("[Network(4)] [Dense(10), Softmax] [PoissonNLLLoss(LogInput = false)]")]
    [InlineData("[Network(4)] [Dense(10), Softmax] [GaussianNLLLoss]")]
    [InlineData("[Network(4)] [Dense(10), Softmax] [BCELoss]")]
    // softmax before a loss that applies sigmoid is another mistake
    [InlineData("[Network(4)] [Dense(10), Softmax] [BCEWithLogitsLoss]")]
    // a setting for which the loss is not defined has no floor
    [InlineData("[Network(4)] [Dense(10), Softmax] [FocalLoss({|ACT0006:-1|})]")]
    [InlineData("[Network(4)] [Dense(10), LogSoftmax] [CrossEntropyLoss]")]
    // something not understood in between makes it unknown
    [InlineData("[Network(4)] [Dense(10), Softmax, Activation<Temperature>] [CrossEntropyLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack, Same, onlyId: "ACT2001");

    [Fact]
    public async Task Says_what_other_distributions_are() => Assert.Equal(
        "CrossEntropyLoss applies softmax to the probabilities of [Softmin] as if they were logits: with 10 classes the loss cannot fall below 1.4612. Remove [Softmin]; Predict returns probabilities.",
        await NetworkTest.MessageAsync("[Network(4)] [Dense(10), {|ACT2001:Softmin|}] [CrossEntropyLoss]"));

    [Theory]
    // ln(1 + (K − 1)/e)
    [InlineData(2, "0.3133")]
    [InlineData(3, "0.5514")]
    [InlineData(4, "0.7437")]
    [InlineData(5, "0.9048")]
    [InlineData(10, "1.4612")]
    [InlineData(100, "3.6222")]
    [InlineData(1000, "5.9095")]
    public async Task Says_the_floor_of_the_loss(int classes, string floor) => Assert.Contains(
        $" classes the loss cannot fall below {floor}. Remove [Softmax]; Predict returns probabilities.",
        await NetworkTest.MessageAsync($"[Network(4)] [Dense({classes}), {{|ACT2001:Softmax|}}] [CrossEntropyLoss]"));

    [Theory]
    // ln(1 + 9·e⁻²), e/(e + 9), e²/(e² + 9)
    [InlineData("[Dropout(0.5)] [CrossEntropyLoss]", "with 10 classes the loss cannot fall below 0.7966. Remove")]
    [InlineData("[Dropout(0)] [CrossEntropyLoss]", "with 10 classes the loss cannot fall below 1.4612. Remove")]
    [InlineData("[CrossEntropyLoss(ClassWeights = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])]", "with 10 classes the right class never gets more than probability 0.2320. Remove")]
    [InlineData("[Dropout(0.5)] [CrossEntropyLoss(ClassWeights = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])]", "with 10 classes the right class never gets more than probability 0.4509. Remove")]
    public async Task Says_only_what_holds(string end, string consequence) =>
        Assert.Contains(consequence, Assert.Single(await NetworkTest.VerifyAsync("[Network(4)] [Dense(10), {|ACT2001:Softmax|}] " + end, "", onlyId: "ACT2001")).GetMessage());

    [Theory]
    // p = e/(e + 9) = 0.2320: (1 − p)²·(−ln p), −ln p, (1 − p^q)/q
    [InlineData("FocalLoss", "Softmax before FocalLoss is applied twice: with 10 classes the loss cannot fall below 0.8619. Remove")]
    [InlineData("FocalLoss(0)", "with 10 classes the loss cannot fall below 1.4612. Remove")]
    [InlineData("GeneralizedCrossEntropyLoss(0.5)", "Softmax before GeneralizedCrossEntropyLoss is applied twice: with 10 classes the loss cannot fall below 1.0367. Remove")]
    [InlineData("GeneralizedCrossEntropyLoss(1)", "with 10 classes the loss cannot fall below 0.7680. Remove")]
    public async Task Says_the_floor_of_other_losses(string loss, string consequence) =>
        Assert.Contains(consequence, await NetworkTest.MessageAsync($"[Network(4)] [Dense(10), {{|ACT2001:Softmax|}}] [{loss}]"));

    [Fact]
    public async Task Points_at_the_loss_too()
    {
        Diagnostic diagnostic = Assert.Single(await NetworkTest.VerifyAsync("[Network(4)] [Dense(3), {|ACT2001:Softmax|}] [CrossEntropyLoss]"));

        Location loss = Assert.Single(diagnostic.AdditionalLocations);
        Assert.Equal("CrossEntropyLoss", loss.SourceTree!.GetText().ToString(loss.SourceSpan));
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Fact]
    public Task Can_be_suppressed() => AnalyzerHarness.VerifyAsync("""
        #pragma warning disable ACT2001
        [Network(4)] [Dense(8), Softmax] [CrossEntropyLoss] public sealed partial class Net;
        """);

    private const string Same = """
        [ActivationFunction] public readonly partial struct Same { public static float Formula(float x) => x; }
        [ActivationFunction] public readonly partial struct Temperature { public static float Formula(float x) => 10 * x; }
        """;
}
