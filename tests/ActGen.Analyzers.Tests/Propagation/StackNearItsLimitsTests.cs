using System.Globalization;
using System.Text.RegularExpressions;

namespace ActGen.Analyzers.Tests.Propagation;

public class StackNearItsLimitsTests
{
    [Fact]
    public async Task Reports_what_is_sensitive_to_the_scale_of_its_input()
    {
        string message = await NetworkTest.MessageAsync($"[Network(256)] [{{|ACT3006:Dense(256)|}}, SiLU] {"[Dense(256), SiLU]".Times(11)} [Dense(10)] [MSELoss]");

        double told = double.Parse(Regex.Match(message, @"one of (\d+) %").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(100 * (Math.Pow(1.1, Math.Pow(SlopeOfSiLU(), 12)) - 1), told, 0.6);
    }

    [Fact]
    public Task Reports_a_gradient_that_nearly_vanishes() => NetworkTest.VerifyAsync(
        $"[Network(64)] [{{|ACT3006:Dense(64)|}}, Sigmoid] [Dense(64), ReLU] {"[Dense(64), Sigmoid] [Dense(64), Sigmoid] [Dense(64), ReLU]".Times(3)} [Dense(64)] [MSELoss]");

    [Fact]
    public async Task An_error_that_grows_beyond_percents_is_a_factor()
    {
        string message = await Stack(25);
        Assert.Equal(Math.Pow(1.1, Math.Pow(SlopeOfSiLU(), 25)), double.Parse(Regex.Match(message, @"be a factor of (\d+) at the output").Groups[1].Value, CultureInfo.InvariantCulture), 0.6);
        Assert.Contains("is predicted to be a factor above 10⁶ at the output.", await Stack(60), StringComparison.Ordinal);

        static Task<string> Stack(int depth) => NetworkTest.MessageAsync($"[Network(256)] [{{|ACT3006:Dense(256)|}}, SiLU] {"[Dense(256), SiLU]".Times(depth - 1)} [Dense(10)] [MSELoss]");
    }

    [Theory]
    [InlineData("[Network(64)] [Dense(64), SiLU] [Dense(64), SiLU] [Dense(64), SiLU] [Dense(64), SiLU] [Dense(64), SiLU] [Dense(10)] [MSELoss]")]
    // shallow, whatever the widths
    [InlineData("[Network(64)] [Dense(65536), ReLU] [Dense(1)] [MSELoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);

    [Fact]
    public Task Is_silent_on_deep_rectifiers() => NetworkTest.VerifyAsync($"[Network(256)] {"[Dense(256), ReLU]".Times(30)} [Dense(256)] [MSELoss]");

    [Fact]
    public Task Is_silent_with_a_layer_of_unknown_effect() => NetworkTest.VerifyAsync(
        $"[Network(64)] {"[Dense(64), SiLU]".Times(12)} [Dense(64), Activation<Wrong>] [Dense(10)] [MSELoss]",
        "[ActivationFunction] public readonly partial struct Wrong { public static float Formula(float x) => x * {|ACT0010:Missing|}(x); static float Missing(float x) => x; }");

    /// <summary>d ln E f(√q z)² / d ln q at q = 1, by a difference.</summary>
    private static double SlopeOfSiLU()
    {
        return (Log(1.001) - Log(0.999)) / (Math.Log(1.001) - Math.Log(0.999));

        static double Log(double q) => Math.Log(Gauss.Mean(z => Math.Pow(Math.Sqrt(q) * z / (1 + Math.Exp(-Math.Sqrt(q) * z)), 2)));
    }
}
