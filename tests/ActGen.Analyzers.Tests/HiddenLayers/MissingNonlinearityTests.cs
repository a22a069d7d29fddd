using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.HiddenLayers;

public class MissingNonlinearityTests
{
    [Theory]
    [InlineData("[Network(4)] [{|ACT1002:Dense(8)|}] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [{|ACT1002:Dense(8)|}, Dropout(0.5)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [{|ACT1002:Dense(8)|}] [{|ACT1002:Dense(8, Bias = false)|}] [Dense(2), ReLU] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(5, 4)] [{|ACT1002:Dense(8)|}] [Dense(2)] [MSELoss]")]
    [InlineData("[Network(4)] [{|ACT1002:Dense(8)|}] [SwiGLU(2)]")]
    // a mean over positions is affine
    [InlineData("[Network(5, 4)] [{|ACT1002:Dense(8)|}] [GlobalAveragePool] [Dense(2)] [MSELoss]")]
    // formulas that are affine in fact
    [InlineData("[Network(4)] [{|ACT1002:Dense(8)|}, LeakyReLU(1)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [{|ACT1002:Dense(8)|}, Activation<Scale>] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [{|ACT1002:Dense(8)|}, Activation<Bent>(0)] [Dense(2)] [CrossEntropyLoss]")]
    public Task Reports(string stack) => NetworkTest.VerifyAsync(stack, Formulas);

    [Theory]
    [InlineData("[Network(4)] [Dense(8), ReLU] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [Dense(8)] [Dropout(0.5), ReLU] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [Dense(8), Activation<Bent>] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [Dense(8), LogSoftmax] [Dense(2)] [MSELoss]")]
    // products of affine maps, maxima and random slopes are not affine
    [InlineData("[Network(4)] [SwiGLU(4)] [Dense(2)]")]
    [InlineData("[Network(4)] [Dense(8), Gated<ActGen.Formulas.Identity>] [Dense(8), Maxout(2)] [Dense(4), CReLU] [Dense(4), RReLU] [Dense(2)]")]
    [InlineData("[Network(5, 4)] [Dense(8)] [GlobalMaxPool] [Dense(2)] [MSELoss]")]
    // along one axis, then along the other: one affine map, but none that one of the two layers computes
    [InlineData("[Network(5, 4)] [Dense(8)] [Permute(2, 1)] [Dense(2)] [MSELoss]")]
    // linear and logistic regression
    [InlineData("[Network(4)] [Dense(1)] [MSELoss]")]
    [InlineData("[Network(4)] [Dropout(0.1)] [Dense(3)] [CrossEntropyLoss]")]
    // a slope that is trained is not known to stay 1
    [InlineData("[Network(4)] [Dense(8), Activation<Trained>] [Dense(2)] [CrossEntropyLoss]")]
    // values that are a mistake already: nobody knows what the function is to be
    [InlineData("[Network(8)] [Dense(8), {|ACT0011:HardTanh(1, -1)|}] [Dense(3)] [CrossEntropyLoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack, Formulas);

    [Theory]
    // unknown shapes, unknown formulas
    [InlineData("[{|ACT0003:Network|}] [Dense(8)] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [Dense({|ACT0006:0|})] [Dense(2)] [CrossEntropyLoss]")]
    [InlineData("[Network(4)] [Dense(8), Activation<Wrong>] [Dense(2)] [CrossEntropyLoss]")]
    public Task Is_silent_where_something_is_unknown(string stack) => NetworkTest.VerifyAsync(stack, """
        [ActivationFunction] public readonly partial struct Wrong { public static float Formula(float x) => x * {|ACT0010:Missing|}(x); static float Missing(float x) => x; }
        """);

    [Fact]
    public async Task Says_how_many_parameters_are_saved()
    {
        Diagnostic diagnostic = Assert.Single(await NetworkTest.VerifyAsync("[Network(784)] [{|ACT1002:Dense(128)|}] [Dense(10)] [CrossEntropyLoss]"));

        // 784·128 + 128 + 128·10 + 10 = 101,770; 784·10 + 10 = 7,850.
        Assert.Equal(
            "Nothing nonlinear between [Dense(128)] and [Dense(10)]: one affine map, for which one layer needs 7,850 parameters, 93,920 fewer. Insert an activation such as [ReLU].",
            diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Fact]
    public async Task A_bottleneck_may_be_a_factorisation_and_is_information()
    {
        Diagnostic diagnostic = Assert.Single(await NetworkTest.VerifyAsync("[Network(100)] [Dense(100), ReLU] [{|ACT1002:Dense(9)|}] [Dense(10)] [CrossEntropyLoss]"));

        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Contains("rank at most 9", diagnostic.GetMessage());
    }

    private const string Formulas = """
        [ActivationFunction] public readonly partial struct Scale { public static float Formula(float x) => 2 * x + 1; }
        [ActivationFunction] public readonly partial struct Bent { public static float Formula(float x, float a = 1f) => x + a * Tanh(x); }
        [ActivationFunction] public readonly partial struct Trained { public static float Formula(float x, [Learnable] float a = 1f) => a * x; }
        """;

    /// <summary>The form of the message, which every test checks, holds for the largest sizes.</summary>
    [Fact]
    public Task Says_it_in_a_line_whatever_the_sizes() => NetworkTest.VerifyAsync(
        "[Network(2147483647)] [{|ACT1002:Dense({|ACT0006:2147483647|})|}] [Dense(2147483647)] [MSELoss]", "", onlyId: "ACT1002");
}
