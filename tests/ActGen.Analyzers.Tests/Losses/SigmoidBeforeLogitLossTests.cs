using System.Collections.Immutable;
using ActGen.Testing;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Losses;

public class SigmoidBeforeLogitLossTests
{
    [Theory]
    [InlineData("[Network(4)] [Dense(1), {|ACT2002:Sigmoid|}] [BCEWithLogitsLoss]")]
    [InlineData("[Network(4)] [Dense(3), {|ACT2002:Sigmoid|}] [{|ACT2011:Dropout(0.1)|}] [BCEWithLogitsLoss]")]
    [InlineData("[Network(3, 16, 16)] [Conv2D(16, 3), ReLU] [Conv2D(4, 1), {|ACT2002:Sigmoid|}] [GlobalAveragePool] [BCEWithLogitsLoss]")]
    // every loss that applies sigmoid itself
    [InlineData("[Network(4)] [Dense(1), {|ACT2002:Sigmoid|}] [BinaryFocalLoss]")]
    [InlineData("[Network(4)] [Dense(1), {|ACT2002:HardSigmoid|}] [SoftMarginLoss]")]
    // by meaning, not by name
    [InlineData("[Network(4)] [Dense(1), {|ACT2002:Activation<Own>|}] [BCEWithLogitsLoss]")]
    [InlineData("[Network(4)] [Dense(1), {|ACT2002:Activation<Shifted>(1)|}] [BCEWithLogitsLoss]")]
    [InlineData("[Network(4)] [Dense(1), {|ACT2002:Activation<Normal>|}] [BCEWithLogitsLoss]")]
    [InlineData("[Network(4)] [Dense(1), {|ACT2002:Activation<Hard>|}] [BCEWithLogitsLoss]")]
    [InlineData("[Network(4)] [Dense(1), {|ACT2002:Activation<Within>|}] [BCEWithLogitsLoss]")]
    public Task Reports(string stack) => NetworkTest.VerifyAsync(stack, Formulas);

    [Theory]
    [InlineData("[Network(4)] [Dense(1)] [BCEWithLogitsLoss]")]
    [InlineData("[Network(4)] [Dense(1), Sigmoid] [BCELoss]")]
    // a mean of probabilities is a probability, as in multiple-instance learning
    [InlineData("[Network(3, 16, 16)] [Conv2D(16, 3), ReLU] [Conv2D(4, 1), Sigmoid] [GlobalAveragePool] [BCELoss]")]
    [InlineData("[Network(4)] [Dense(1), Sigmoid] [MSELoss]")]
    // rates and scores, on which no sigmoid is applied; logits of classes
    [InlineData("[Network(4)] [Dense(1), Sigmoid] [HingeLoss]")]
    [InlineData("[Network(4)] [Dense(1), Sigmoid] [SquaredHingeLoss]")]
    [InlineData("[Network(4)] [Dense(1), Sigmoid] [PoissonNLLLoss(LogInput = false)]")]
    [InlineData("[Network(4)] [Dense(3), Sigmoid] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [Dense(3), Sigmoid] [FocalLoss]")]
    [InlineData("[Network(4)] [Dense(1), Sigmoid] [BinaryFocalLoss({|ACT0006:double.NaN|})]")]
    [InlineData("[Network(4)] [Dense(4), Sigmoid] [Dense(1)] [BCEWithLogitsLoss]")]
    // squashed to other ranges, falling, humps, unbounded
    [InlineData("[Network(4)] [Dense(1), Tanh] [BCEWithLogitsLoss]")]
    [InlineData("[Network(4)] [Dense(1), Activation<Falling>] [BCEWithLogitsLoss]")]
    [InlineData("[Network(4)] [Dense(1), Activation<Scaled>] [BCEWithLogitsLoss]")]
    [InlineData("[Network(4)] [Dense(1), Activation<Hump>] [BCEWithLogitsLoss]")]
    [InlineData("[Network(4)] [Dense(1), Softplus] [BCEWithLogitsLoss]")]
    // a trained temperature may be anything
    [InlineData("[Network(4)] [Dense(1), Activation<Trained>] [BCEWithLogitsLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack, Formulas, onlyId: "ACT2002");

    [Fact]
    public async Task Says_what_is_left_of_the_range() => Assert.Equal(
        "[Sigmoid] before BCEWithLogitsLoss squashes twice: p stays in [0.5, 0.7311], so the loss is at least 0.3133 for target 1 and 0.6931 for 0. Remove it: Predict applies one.",
        await NetworkTest.MessageAsync("[Network(4)] [Dense(1), {|ACT2002:Sigmoid|}] [BCEWithLogitsLoss]"));

    [Fact]
    public async Task Says_what_is_left_of_a_smaller_range()
    {
        // σ(0.1) and σ(0.9)
        double least = 1 / (1 + Math.Exp(-0.1)), most = 1 / (1 + Math.Exp(-0.9));
        Assert.Contains(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p stays in [{least:F3}, {most:F4}], so the loss is at least {-Math.Log(most):F4} for target 1 and {-Math.Log(1 - least):F4} for 0"),
            await NetworkTest.MessageAsync("[Network(4)] [Dense(1), {|ACT2002:Activation<Within>|}] [BCEWithLogitsLoss]", Formulas, onlyId: "ACT2002"));
    }

    [Fact]
    public async Task Counts_what_dropout_scales() => Assert.Contains(
        // σ(2), −ln σ(2)
        "stays in [0.5, 0.8808], so the loss is at least 0.1269 for target 1 and 0.6931 for 0",
        await NetworkTest.MessageAsync("[Network(4)] [Dense(1), {|ACT2002:Sigmoid|}] [Dropout(0.5)] [BCEWithLogitsLoss]", "", onlyId: "ACT2002"));

    [Fact]
    public async Task Counts_the_weight_of_positive_targets() => Assert.Contains(
        "at least 0.9398 for target 1 and 0.6931 for 0",
        await NetworkTest.MessageAsync("[Network(4)] [Dense(1), {|ACT2002:Sigmoid|}] [BCEWithLogitsLoss(PositiveWeight = 3)]"));

    [Theory]
    // p = 0.7311: α(1 − p)²·(−ln p), (1 − α)·¼·ln 2; −ln p, ln 2
    [InlineData("BinaryFocalLoss", "[Sigmoid] before BinaryFocalLoss squashes twice: p stays in [0.5, 0.7311], so the loss is at least 0.0057 for target 1 and 0.1300 for 0.")]
    [InlineData("BinaryFocalLoss(0, -1)", "so the loss is at least 0.3133 for target 1 and 0.6931 for 0.")]
    [InlineData("SoftMarginLoss", "so the loss is at least 0.3133 for target +1 and 0.6931 for −1.")]
    public async Task Says_what_other_losses_cost(string loss, string consequence) =>
        Assert.Contains(consequence, await NetworkTest.MessageAsync($"[Network(4)] [Dense(1), {{|ACT2002:Sigmoid|}}] [{loss}]"));

    [Fact]
    public async Task A_formula_of_another_assembly_is_judged_as_well()
    {
        MetadataReference library = GeneratorHarness.RunOnce(TestCompilation.Create(
            ["using static ActGen.Functions; using ActGen;\n" + Formulas], references: null, assemblyName: "Squashers")).Output.ToReference();

        ImmutableArray<Diagnostic> found = await new AnalyzerTest
        {
            TestCode = "[Network(4)] [Dense(1), {|ACT2002:Activation<Own>|}] [BCEWithLogitsLoss] public sealed partial class Net;",
            AdditionalReferences = [library],
        }.RunAsync();

        Assert.StartsWith("[Activation<Own>] before", Assert.Single(found).GetMessage());
    }

    [Fact]
    public Task Can_be_suppressed() => AnalyzerHarness.VerifyAsync("""
        #pragma warning disable ACT2002
        [Network(4)] [Dense(1), Sigmoid] [BCEWithLogitsLoss] public sealed partial class Net;
        """);

    private const string Formulas = """
        [ActivationFunction] public readonly partial struct Own { public static float Formula(float x) => 1 / (1 + Exp(-x)); }
        [ActivationFunction] public readonly partial struct Shifted { public static float Formula(float x, float by = 0f) => Sigmoid(x - by); }
        [ActivationFunction] public readonly partial struct Normal { public static float Formula(float x) => NormalCdf(x); }
        [ActivationFunction] public readonly partial struct Hard { public static float Formula(float x) => Min(Max(x / 6 + 0.5f, 0f), 1f); }
        [ActivationFunction] public readonly partial struct Falling { public static float Formula(float x) => Sigmoid(-x); }
        [ActivationFunction] public readonly partial struct Within { public static float Formula(float x) => 0.1f + 0.8f * Sigmoid(x); }
        [ActivationFunction] public readonly partial struct Scaled { public static float Formula(float x) => 2 * Sigmoid(x); }
        [ActivationFunction] public readonly partial struct Hump { public static float Formula(float x) => Exp(-x * x); }
        [ActivationFunction] public readonly partial struct Trained { public static float Formula(float x, [Learnable] float beta = 1f) => Sigmoid(beta * x); }
        """;
}
