using System.Collections.Immutable;
using ActGen.Testing;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Propagation;

public class VanishingGradientTests
{
    private const string Own = "[ActivationFunction] public readonly partial struct Own { public static float Formula(float x) => 1 / (1 + Exp(-x)); }";

    [Fact]
    public Task Reports_deep_sigmoid() => NetworkTest.VerifyAsync(
        $"[Network(100)] {"[Dense(100), Sigmoid]".Times(9)} [Dense(100), {{|ACT1003:Sigmoid|}}] [Dense(10)] [CrossEntropyLoss]");

    [Fact]
    public Task Judges_the_users_own_sigmoid_alike() => NetworkTest.VerifyAsync(
        $"[Network(100)] {"[Dense(100), Activation<Own>]".Times(9)} [Dense(100), {{|ACT1003:Activation<Own>|}}] [Dense(10)] [CrossEntropyLoss]", Own);

    [Fact]
    public async Task Says_how_much_is_left_and_where_it_is_lost()
    {
        string message = await NetworkTest.MessageAsync($"[Network(100)] {"[Dense(100), Sigmoid]".Times(9)} [Dense(100), {{|ACT1003:Sigmoid|}}] [Dense(10)] [CrossEntropyLoss]");

        // Auto: variance 1/(fan_in·E f²), so that each matrix multiplies the gradient by √(fan_out/fan_in)/√E f².
        double value = Gauss.Rms(z => 1 / (1 + Math.Exp(-z))), slope = Gauss.Rms(z => 1 / (2 + Math.Exp(z) + Math.Exp(-z)));
        double left = Math.Pow(slope, 10) * Math.Pow(1 / value, 10) * Math.Sqrt(10.0 / 100);
        Assert.Equal(2.6e-5, left, 6);
        Assert.Equal(0.21, slope, 2);
        Assert.Equal(
            "The gradient vanishes: [Dense(100)], the first layer, is predicted to get 2.6·10⁻⁵ of the output's. [Sigmoid] passes on 0.21 like 9 others. Use [ReLU], which keeps it, or fewer layers.",
            message);
    }

    [Fact]
    public async Task Says_what_Auto_would_leave_where_initialisers_are_the_cause()
    {
        string message = await NetworkTest.MessageAsync(
            $"[Network(64)] {"[Dense(64, Init = Initializer.Glorot), ReLU]".Times(29)} [Dense(64, Init = Initializer.Glorot), {{|ACT1003:ReLU|}}] [Dense(64, Init = Initializer.Glorot)] [MSELoss]");

        // Each of 30 rectifiers halves the mean square, which Glorot's weights between 64 and 64 units leave and Auto's give back.
        Assert.Equal(3.1e-5, Math.Pow(0.5, 15), 6);
        Assert.Contains("is predicted to get 3.1·10⁻⁵ of", message);
        Assert.EndsWith("With Init = Auto it would be 1.", message);
    }

    [Fact]
    public async Task The_floor_is_an_option()
    {
        const string Four = "[Network(64)] [Dense(64), Sigmoid] [Dense(64), Sigmoid] [Dense(64), Sigmoid] [Dense(64), {|ACT1003:Sigmoid|}] [Dense(64)] [MSELoss] partial class Net;";
        Diagnostic found = Assert.Single(await new AnalyzerTest { TestCode = Four, EditorConfig = ImmutableDictionary<string, string>.Empty.Add("actgen.gradient_floor", "0.05") }.RunAsync());

        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
    }

    [Fact]
    public async Task Of_two_the_other_is_one()
    {
        const string Two = "[Network(64)] [Dense(64), Sigmoid] [Dense(64), {|ACT1003:Sigmoid|}] [Dense(64)] [MSELoss] partial class Net;";
        Diagnostic found = Assert.Single(await new AnalyzerTest { TestCode = Two, Ids = ["ACT1003"], EditorConfig = ImmutableDictionary<string, string>.Empty.Add("actgen.gradient_floor", "0.3") }.RunAsync());

        Assert.Contains(" [Sigmoid] passes on 0.21 like one other. ", found.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Network(64)] [Dense(64), Sigmoid] [Dense(64), Sigmoid] [Dense(10)] [CrossEntropyLoss]")]
    // a zero-initialised output layer gets its gradient at once
    [InlineData("[Network(64)] [Dense(64), ReLU] [Dense(10, Init = Initializer.Zeros)] [CrossEntropyLoss]")]
    // narrow outputs of wide layers are geometry
    [InlineData("[Network(64)] [Dense(8192), ReLU] [Dense(1)] [MSELoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);

    [Fact]
    public Task Is_silent_on_deep_rectifiers() => NetworkTest.VerifyAsync($"[Network(256)] {"[Dense(256), ReLU]".Times(20)} [Dense(10)] [CrossEntropyLoss]");

    [Fact]
    public Task Predicts_nothing_with_a_layer_of_unknown_effect() => NetworkTest.VerifyAsync(
        $"[Network(64)] [Dense(64), {{|ACT1005:Sigmoid|}}] {"[Dense(64), Sigmoid]".Times(11)} [Dense(64), Activation<Wrong>] [Dense(10)] [CrossEntropyLoss]",
        "[ActivationFunction] public readonly partial struct Wrong { public static float Formula(float x) => x * {|ACT0010:Missing|}(x); static float Missing(float x) => x; }");
}
