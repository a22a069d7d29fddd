using ActGen.Frontend.Analysis;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using ActGen.Testing;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Tests.Networks;

public sealed class ProblemTests
{
    [Theory]
    // The stack and its input.
    [InlineData("[Network] [Dense(1)]", "ACT0003", -1, "inputShape")]
    [InlineData("[Network(null)] [Dense(1)]", "ACT0003", -1, "inputShape")]
    [InlineData("[Network(0)] [Dense(1)]", "ACT0003", -1, "inputShape")]
    [InlineData("[Network(4, -1)] [Dense(1)]", "ACT0003", -1, "inputShape")]
    [InlineData("[Network(2147483647, 2)] [ReLU]", "ACT0003", -1, "inputShape")]
    [InlineData("[Network(65536, 65536, 65536, 65536, 65536)] [ReLU]", "ACT0003", -1, "inputShape")]
    [InlineData("[Network(4)]", "ACT0003", -1, null)]
    [InlineData("[Network(4)] [MSELoss]", "ACT0003", -1, null)]
    [InlineData("[Network(4)] [Dropout(0.5)] [MSELoss]", "ACT0003", -1, null)]
    [InlineData("[Network(4, InputMeanSquare = 0)] [Dense(1)]", "ACT0006", -1, "InputMeanSquare")]
    [InlineData("[Network(4, InputMeanSquare = double.NaN)] [Dense(1)]", "ACT0006", -1, "InputMeanSquare")]
    // Shapes.
    [InlineData("[Network(1, 28, 28)] [Dense(10)]", "ACT0005", 0, null)]
    [InlineData("[Network(1, 28, 28)] [ReLU] [Dense(10)]", "ACT0005", 1, null)]
    [InlineData("[Network(1, 28, 28)] [SwiGLU(10)]", "ACT0005", 0, null)]
    [InlineData("[Network(3, 16)] [Conv1D(8, 3), ReLU] [Dense(10)]", "ACT0005", 2, null)]
    [InlineData("[Network(3, 16)] [MaxPool1D(2)] [SwiGLU(10)]", "ACT0005", 1, null)]
    [InlineData("[Network(5)] [GLU]", "ACT0005", 0, null)]
    [InlineData("[Network(4)] [Dense(8)] [Maxout(3)]", "ACT0005", 1, null)]
    [InlineData("[Network(2, 3, 4, 5)] [PReLU(PerChannel = true)]", "ACT0005", 0, null)]
    [InlineData("[Network(1500000000)] [CReLU]", "ACT0005", 0, null)]
    [InlineData("[Network(4)] [Flatten] [Reshape(2, 2)]", "ACT0003", -1, null)]
    [InlineData("[Network(12)] [ReLU] [Reshape(5, 2)]", "ACT0005", 1, null)]
    [InlineData("[Network(12)] [ReLU] [Reshape(5, -1)]", "ACT0005", 1, null)]
    [InlineData("[Network(12)] [ReLU] [Reshape(65536, 65536, 65536, 65536, 65536)]", "ACT0005", 1, null)]
    [InlineData("[Network(12)] [Reshape(2, 2, 3)] [Dense(2)]", "ACT0005", 1, null)]
    [InlineData("[Network(12)] [ReLU] [Reshape]", "ACT0006", 1, "shape")]
    [InlineData("[Network(12)] [ReLU] [Reshape(null)]", "ACT0006", 1, "shape")]
    [InlineData("[Network(12)] [ReLU] [Reshape(12, 0)]", "ACT0006", 1, "shape")]
    [InlineData("[Network(12)] [ReLU] [Reshape(-2, 3)]", "ACT0006", 1, "shape")]
    [InlineData("[Network(12)] [ReLU] [Reshape(-1, 3, -1)]", "ACT0006", 1, "shape")]
    // Arguments.
    [InlineData("[Network(4)] [SwiGLU(0)]", "ACT0006", 0, "units")]
    [InlineData("[Network(1)] [SwiGLU(1500000000)]", "ACT0006", 0, "units")]
    [InlineData("[Network(4)] [GEGLU(2, Init = (Initializer)99)]", "ACT0006", 0, "Init")]
    [InlineData("[Network(4)] [GatedDense<Formulas.ELU>(2, 1, 2)]", "ACT0006", 0, "parameters")]
    [InlineData("[Network(4)] [Gated<Formulas.ELU>(double.NaN)]", "ACT0006", 0, "parameters")]
    [InlineData("[Network(4)] [Maxout(0)]", "ACT0006", 0, "pieces")]
    [InlineData("[Network(4)] [RReLU(0.5, 0.25)]", "ACT0006", 0, "upper")]
    [InlineData("[Network(4)] [RReLU(double.NaN, 0.25)]", "ACT0006", 0, "lower")]
    [InlineData("[Network(4)] [ReLU(PerChannel = true)]", "ACT0006", 0, "PerChannel")]
    [InlineData("[Network(4)] [Randomized<Formulas.ReLU>(0, 1)]", "ACT0010", 0, null)]
    [InlineData("[Network(4)] [Randomized<Formulas.PReLU>(0, 1)]", "ACT0010", 0, null)]
    [InlineData("[Network(4)] [Gated<NoFormula>]", "ACT0010", 0, null)]
    [InlineData("[Network(4)] [Dense(0)]", "ACT0006", 0, "units")]
    [InlineData("[Network(4)] [Dense(-3)]", "ACT0006", 0, "units")]
    [InlineData("[Network(4)] [Dense(3, Init = (Initializer)99)]", "ACT0006", 0, "Init")]
    [InlineData("[Network(4)] [Dense(3, Init = (Initializer)(-1))]", "ACT0006", 0, "Init")]
    [InlineData("[Network(4)] [Dense(3, InitScale = double.NaN)]", "ACT0006", 0, "InitScale")]
    [InlineData("[Network(4)] [SwiGLU(3, InitScale = 1e300)]", "ACT0006", 0, "InitScale")]
    [InlineData("[Network(4)] [ReLU, Dropout(20)]", "ACT0006", 1, "rate")]
    [InlineData("[Network(4)] [ReLU, Dropout(-0.1)]", "ACT0006", 1, "rate")]
    [InlineData("[Network(4)] [ReLU, Dropout(double.NaN)]", "ACT0006", 1, "rate")]
    [InlineData("[Network(4)] [LeakyReLU(double.NaN)]", "ACT0006", 0, "slope")]
    [InlineData("[Network(4)] [LeakyReLU(1e300)]", "ACT0006", 0, "slope")]
    // Values for which a formula is no function.
    [InlineData("[Network(4)] [Softplus(0)]", "ACT0006", 0, "beta")]
    [InlineData("[Network(4)] [CELU(0)]", "ACT0006", 0, "alpha")]
    [InlineData("[Network(4)] [Squareplus(-1)]", "ACT0006", 0, "b")]
    [InlineData("[Network(4)] [Snake(0)]", "ACT0006", 0, "a")]
    [InlineData("[Network(4)] [Activation<Formulas.CELU>(0)]", "ACT0006", 0, "parameters")]
    [InlineData("[Network(4)] [GatedDense<Formulas.CELU>(2, 0)]", "ACT0006", 0, "parameters")]
    [InlineData("[Network(4)] [Randomized<Formulas.Squareplus>(-0.5, 1)]", "ACT0006", 0, "lower")]
    [InlineData("[Network(4)] [Randomized<Formulas.Softplus>(-1, 0)]", "ACT0006", 0, "upper")]
    [InlineData("[Network(4)] [Activation<Formulas.ELU>(1, 2)]", "ACT0006", 0, "parameters")]
    [InlineData("[Network(4)] [Activation<Formulas.ELU>(double.PositiveInfinity)]", "ACT0006", 0, "parameters")]
    [InlineData("[Network(4)] [Dense(3)] [CrossEntropyLoss(LabelSmoothing = 1)]", "ACT0006", 1, "LabelSmoothing")]
    [InlineData("[Network(4)] [Dense(3)] [CrossEntropyLoss(ClassWeights = new double[] { 1, 2 })]", "ACT0006", 1, "ClassWeights")]
    [InlineData("[Network(4)] [Dense(2)] [NLLLoss(ClassWeights = new double[] { 1, -2 })]", "ACT0006", 1, "ClassWeights")]
    [InlineData("[Network(4)] [Dense(2)] [NLLLoss(ClassWeights = new double[] { 0, 0 })]", "ACT0006", 1, "ClassWeights")]
    [InlineData("[Network(4)] [Dense(3)] [BCEWithLogitsLoss(PositiveWeight = 0)]", "ACT0006", 1, "PositiveWeight")]
    [InlineData("[Network(4)] [Dense(3)] [HuberLoss(0)]", "ACT0006", 1, "delta")]
    [InlineData("[Network(4)] [Dense(3)] [HuberLoss(1e-60)]", "ACT0006", 1, "delta")]
    [InlineData("[Network(4)] [Dense(3)] [BCEWithLogitsLoss(PositiveWeight = 1e-50)]", "ACT0006", 1, "PositiveWeight")]
    [InlineData("[Network(4)] [Computing(0.2)]", "ACT0006", 0, null)]
    // Sizes.
    [InlineData("[Network(65536)] [Dense(32768)]", "ACT0006", 0, "units")]
    [InlineData("[Network(2147483647)] [Dense(2147483647)]", "ACT0006", 0, "units")]
    [InlineData("[Network(2, 1000000)] [Dense(1)] [Dense(2000000)] [Dense(600000000)]", "ACT0006", 2, "units")]
    // Losses.
    [InlineData("[Network(4)] [MSELoss] [Dense(3)]", "ACT0007", 0, null)]
    [InlineData("[Network(4)] [Dense(3)] [MSELoss] [L1Loss]", "ACT0007", 2, null)]
    [InlineData("[Network(4)] [Dense(1)] [CrossEntropyLoss]", "ACT0008", 1, null)]
    [InlineData("[Network(4)] [Dense(1)] [NLLLoss]", "ACT0008", 1, null)]
    [InlineData("[Network(4)] [Dense(1)] [FocalLoss]", "ACT0008", 1, null)]
    [InlineData("[Network(4)] [Dense(1)] [MultiMarginLoss]", "ACT0008", 1, null)]
    [InlineData("[Network(4)] [Dense(1)] [CosineSimilarityLoss]", "ACT0008", 1, null)]
    [InlineData("[Network(3, 1)] [Tanh] [MultiLabelMarginLoss]", "ACT0008", 1, null)]
    [InlineData("[Network(1, 8, 8)] [Conv2D(10, 3)] [CrossEntropyLoss]", "ACT0005", 1, null)]
    [InlineData("[Network(3, 8)] [Conv1D(5, 3)] [NLLLoss]", "ACT0005", 1, null)]
    [InlineData("[Network(1, 8, 8)] [Conv2D(10, 3)] [CosineSimilarityLoss]", "ACT0005", 1, null)]
    [InlineData("[Network(1, 8, 8)] [Conv2D(10, 3)] [MultiLabelMarginLoss]", "ACT0005", 1, null)]
    [InlineData("[Network(1, 8, 8)] [Conv2D(2, 3)] [GaussianNLLLoss]", "ACT0005", 1, null)]
    [InlineData("[Network(1, 8, 8)] [Conv2D(1, 3), Sigmoid] [DiceLoss]", "ACT0005", 2, null)]
    [InlineData("[Network(3, 8)] [Conv1D(5, 3)] [CosineSimilarityLoss]", "ACT0005", 1, null)]
    [InlineData("[Network(4)] [Dense(3)] [GaussianNLLLoss]", "ACT0008", 1, null)]
    [InlineData("[Network(4)] [Dense(1)] [GaussianNLLLoss]", "ACT0008", 1, null)]
    [InlineData("[Network(2, 5)] [ReLU] [GaussianNLLLoss]", "ACT0008", 1, null)]
    [InlineData("[Network(4)] [Dense(3)] [FocalLoss(-1)]", "ACT0006", 1, "gamma")]
    [InlineData("[Network(4)] [Dense(3)] [FocalLoss(double.NaN)]", "ACT0006", 1, "gamma")]
    [InlineData("[Network(4)] [Dense(3)] [FocalLoss(ClassWeights = new double[] { 1, 2 })]", "ACT0006", 1, "ClassWeights")]
    [InlineData("[Network(4)] [Dense(3)] [GeneralizedCrossEntropyLoss(0)]", "ACT0006", 1, "q")]
    [InlineData("[Network(4)] [Dense(3)] [GeneralizedCrossEntropyLoss(1.5)]", "ACT0006", 1, "q")]
    [InlineData("[Network(4)] [Dense(3)] [MultiMarginLoss(3)]", "ACT0006", 1, "p")]
    [InlineData("[Network(4)] [Dense(3)] [MultiMarginLoss(1, -1)]", "ACT0006", 1, "margin")]
    [InlineData("[Network(4)] [Dense(3)] [BinaryFocalLoss(-0.5)]", "ACT0006", 1, "gamma")]
    [InlineData("[Network(4)] [Dense(3)] [BinaryFocalLoss(2, -0.5)]", "ACT0006", 1, "alpha")]
    [InlineData("[Network(4)] [Dense(3)] [BinaryFocalLoss(alpha: 1.5)]", "ACT0006", 1, "alpha")]
    [InlineData("[Network(4)] [Dense(3)] [HingeEmbeddingLoss(0)]", "ACT0006", 1, "margin")]
    [InlineData("[Network(4)] [Dense(3)] [SmoothL1Loss(-1)]", "ACT0006", 1, "beta")]
    [InlineData("[Network(4)] [Dense(3)] [HuberLoss(1e-300)]", "ACT0006", 1, "delta")]
    [InlineData("[Network(4)] [Dense(3)] [MAPELoss(Epsilon = 0)]", "ACT0006", 1, "Epsilon")]
    [InlineData("[Network(4)] [Dense(3)] [MSLELoss(Epsilon = -1)]", "ACT0006", 1, "Epsilon")]
    [InlineData("[Network(4)] [Dense(3)] [TverskyLoss(-0.5)]", "ACT0006", 1, "alpha")]
    [InlineData("[Network(4)] [Dense(3)] [TverskyLoss(0.5, double.PositiveInfinity)]", "ACT0006", 1, "beta")]
    [InlineData("[Network(4)] [Dense(3)] [PoissonNLLLoss(LogInput = false, Epsilon = 0)]", "ACT0006", 1, "Epsilon")]
    [InlineData("[Network(4)] [Dense(4)] [GaussianNLLLoss(Epsilon = 0)]", "ACT0006", 1, "Epsilon")]
    // Formulas and unknown layers.
    [InlineData("[Network(4)] [Activation<NoFormula>]", "ACT0010", 0, null)]
    [InlineData("[Network(4)] [Dense(2)] [Activation<Hidden.Inner>]", "ACT0010", 1, null)]
    [InlineData("[Network(4)] [Strange]", "ACT0015", 0, null)]
    public void A_mistake_is_one_problem_at_its_place(string attributes, string id, int layer, string? argument)
    {
        NetworkAnalysis analysis = Analyze.Program($$"""
            using ActGen;
            {{attributes}}
            public sealed partial class Net;
            public sealed class StrangeAttribute : LayerAttribute;
            public sealed class ComputingAttribute(double s = 0.3) : ActivationAttribute<Formulas.LeakyReLU>(2 * s);
            [ActivationFunction] public readonly partial struct NoFormula { }
            public partial class Hidden { [ActivationFunction] protected readonly partial struct Inner { static float Formula(float x) => x * x; } }
            """);

        Problem problem = Assert.Single(analysis.Problems);
        Assert.Equal((id, layer, argument), (problem.Id, problem.Site.Layer, problem.Site.Argument));
        Assert.Null(analysis.Plan);
        Assert.DoesNotContain("{", problem.Message);
    }

    [Theory]
    // The ends of the ranges belong to them.
    [InlineData("FocalLoss(0)")]
    [InlineData("GeneralizedCrossEntropyLoss(1)")]
    [InlineData("MultiMarginLoss(2, 0)")]
    [InlineData("BinaryFocalLoss(0, -1)")]
    [InlineData("BinaryFocalLoss(5, 1)")]
    [InlineData("SmoothL1Loss(0)")]
    [InlineData("MSLELoss(Epsilon = 0)")]
    [InlineData("TverskyLoss(0, 0)")]
    [InlineData("KLDivLoss(LogTarget = true, BatchMean = true)")]
    // What a variant does not read is not checked.
    [InlineData("PoissonNLLLoss(Epsilon = 0)")]
    [InlineData("GaussianNLLLoss(Full = true, Epsilon = 1e-30)")]
    [InlineData("HingeEmbeddingLoss(0.5)")]
    [InlineData("CosineSimilarityLoss")]
    [InlineData("DiceLoss")]
    [InlineData("MultiLabelMarginLoss")]
    public void Losses_at_the_ends_of_their_ranges_are_fine(string loss) =>
        Assert.Equal("", Analyze.Stack($"[Network(3)] [Dense(4)] [{loss}]").Ids());

    [Theory]
    [InlineData("[Network(4)] [Dense(3)] [GaussianNLLLoss]", "takes a mean and a logarithm of a variance for each target, and 3 outputs are not an even number")]
    [InlineData("[Network(4)] [Dense(1)] [CosineSimilarityLoss]", "compares the outputs of a row with one another, and one output has no other: its gradient is always 0")]
    [InlineData("[Network(4)] [Dense(3)] [BinaryFocalLoss(alpha: 2)]", "'alpha' is 2; it is a share between 0 and 1, or -1 for none")]
    public void What_does_not_fit_a_loss_is_explained(string stack, string message) =>
        Assert.Contains(message, Assert.Single(Analyze.Stack(stack).Problems).Message);

    [Theory]
    [InlineData("[ActivationFunction] private readonly partial struct Serf { static float Formula(float x) => x * x; }", "Serf", "'Serf' is private;")]
    [InlineData("[ActivationFunction] readonly partial struct Serf { static float Formula(float x) => x * x; }", "Serf", "'Serf' is private;")]
    [InlineData("[ActivationFunction] protected readonly partial struct Serf { static float Formula(float x) => x * x; }", "Serf", "'Serf' is protected;")]
    [InlineData("[ActivationFunction] private protected readonly partial struct Serf { static float Formula(float x) => x * x; }", "Serf", "'Serf' is private protected;")]
    [InlineData("private partial class In { [ActivationFunction] public readonly partial struct Serf { static float Formula(float x) => x * x; } }", "In.Serf", "'In' is private;")]
    [InlineData("[ActivationFunction] protected internal readonly partial struct Serf { static float Formula(float x) => x * x; }", "Serf", null)]
    [InlineData("[ActivationFunction] internal readonly partial struct Serf { static float Formula(float x) => x * x; }", "Serf", null)]
    public void A_formula_must_be_visible_to_the_generated_code(string formula, string name, string? message)
    {
        NetworkAnalysis analysis = Analyze.Program($"using ActGen; partial class App {{ {formula} [Network(4)] [Dense(2), Activation<{name}>] private partial class Net; }}");

        Assert.Equal(message is null ? "" : "ACT0010", analysis.Ids());
        Assert.Contains(message ?? "", string.Concat(analysis.Problems.Select(problem => problem.Message)));
    }

    /// <summary>An attribute of another assembly does not show what it passes on.</summary>
    [Fact]
    public void A_constructor_parameter_that_is_none_of_the_formula_is_named_with_those_that_are()
    {
        MetadataReference library = TestCompilation.Create(["public class MyAttribute(double s) : ActGen.ActivationAttribute<ActGen.Formulas.LeakyReLU>(s);"], null, "Acts").ToReference();
        NetworkDeclaration declaration = Analyze.Declaration(TestCompilation.Create(["using ActGen; [Network(4)] [My(0.2)] sealed partial class Net;"], TestReferences.Default.Add(library)));
        Assert.Equal(
            "[My]: 's' is 0.2; 's' is no parameter of LeakyReLU (slope): name it as the formula does",
            Assert.Single(NetworkAnalysis.Of(declaration).Problems).Message);
    }

    [Theory]
    [InlineData("2147483648.0", "rate", "'rate' is 2147483648;")]
    [InlineData("-0.1", "rate", "'rate' is -0.1;")]
    [InlineData("1e300", "rate", "'rate' is 1E+300;")]
    public void Numbers_in_messages_are_written_as_they_are_known(string value, string argument, string text) =>
        Assert.Contains(text, Assert.Single(Analyze.Stack($"[Network(4)] [Dense(2), Dropout({argument}: {value})]").Problems).Message);

    [Fact]
    public void Independent_mistakes_are_all_found_and_unknown_shapes_stay_silent()
    {
        NetworkAnalysis analysis = Analyze.Stack("[Network(1, 8, 8)] [Dense(0)] [Dropout(2)] [Dense(5)] [CrossEntropyLoss(LabelSmoothing = -1)]");

        Assert.Equal("ACT0006 ACT0005 ACT0006 ACT0006", analysis.Ids());
        Assert.False(analysis.Output.IsKnown);
        Assert.Equal(5, analysis.Layers.Count + 1);
    }

    [Fact]
    public void Ten_thousand_layers_are_one_problem()
    {
        NetworkAnalysis analysis = Analyze.Stack("[Network(4)] " + string.Concat(Enumerable.Repeat("[Dense(4)]", 10_000)));

        Assert.Equal("ACT0003", analysis.Ids());
        Assert.Contains("1,000", analysis.Problems[0].Message);
    }

    [Fact]
    public void Descriptors_say_where_to_read_on_and_errors_cannot_be_switched_off()
    {
        Assert.Equal(DeclarationDescriptors.All.Length, DeclarationDescriptors.All.Select(descriptor => descriptor.Id).Distinct().Count());
        foreach (DiagnosticDescriptor descriptor in DeclarationDescriptors.All)
        {
            Assert.EndsWith($"/docs/rules/{descriptor.Id}.md", descriptor.HelpLinkUri);
            Assert.Equal(descriptor.DefaultSeverity == DiagnosticSeverity.Error, descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
        }
    }
}
