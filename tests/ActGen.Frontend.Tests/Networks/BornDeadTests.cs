using ActGen.Frontend.Analysis;

namespace ActGen.Frontend.Tests.Networks;

/// <summary>The share of networks that are born dead. Shares that are not proven here were measured: 2,000 networks, 256 normal rows each.</summary>
public sealed class BornDeadTests
{
    [Theory]
    [InlineData("[Dense(64), ReLU] [Dense(64), ReLU]", 0)]
    [InlineData("[Dense(2), GELU] [Dense(2), Tanh]", 0)]
    [InlineData("[Dense(3, Init = Initializer.Zeros), ReLU]", 1)]
    [InlineData("[Dense(1), ReLU]", 0)] // a row or its negative
    [InlineData("[Dense(1), ReLU] [Dense(1), ReLU]", 0.5)] // the second unit reads one sign only
    [InlineData("[Dense(1), ReLU] [Dense(1), ReLU] [Dense(1), ReLU]", 0.75)]
    [InlineData("[Dense(2), ReLU] [Dense(1), ReLU] [Dense(1), ReLU]", 0.61)] // (0, 1) and (1, 0) reach the first single unit, which is dead with ¼, at most ½ where one arrives
    [InlineData("[Dense(1), ReLU] [ReLU] [Dense(1), ReLU]", 0.5)]
    public void Small_stacks(string stack, double expected) => Assert.Equal(expected, Share(8, stack), 0.05);

    [Theory]
    [InlineData(2, 5, 0.532)]
    [InlineData(2, 10, 0.879)]
    [InlineData(3, 5, 0.188)]
    [InlineData(3, 10, 0.540)]
    [InlineData(4, 10, 0.213)]
    [InlineData(4, 20, 0.586)]
    [InlineData(4, 100, 0.999)]
    [InlineData(5, 10, 0.064)]
    [InlineData(5, 20, 0.298)]
    [InlineData(5, 60, 0.807)]
    [InlineData(6, 30, 0.242)]
    [InlineData(6, 100, 0.749)]
    [InlineData(7, 50, 0.244)]
    [InlineData(8, 100, 0.292)]
    [InlineData(9, 300, 0.400)]
    public void Stacks_of_relu(int width, int depth, double measured) =>
        Assert.Equal(measured, Share(8, Repeat(depth, $"[Dense({width}), ReLU]")), 0.06);

    [Theory]
    [InlineData("ReLU", 0.54)]
    [InlineData("ReLU, Dropout(0.5)", 0.54)] // other units are left out the next time
    [InlineData("PReLU", 0)] // a slope everywhere
    [InlineData("PReLU(0)", 0.54)] // learned from a start at which it is ReLU
    [InlineData("RReLU(0.1, 0.3)", 0)]
    [InlineData("LeakyReLU", 0)]
    [InlineData("LeakyReLU(0)", 0.54)]
    [InlineData("HardTanh", 0)] // small inputs live
    public void What_dies_is_what_has_no_slope(string activation, double measured) =>
        Assert.Equal(measured, Share(8, Repeat(10, $"[Dense(3), {activation}]")), 0.06);

    [Fact]
    public void Bounded_activations_live_on_small_inputs() =>
        Assert.InRange(Share(8, Repeat(10, "[Dense(2, Init = Initializer.He), HardTanh]")), 0, 0.08); // 0.001

    /// <summary>400 networks of 16 normal rows, 64 where dense layers follow.</summary>
    [Theory]
    // A filter of three taps is dead where it is for each of them alone: one filter for an eighth of the layers.
    [InlineData("3, 64", "[Conv1D(1, 3, Padding = 1), ReLU]", 5, "", 0.468)]
    [InlineData("3, 64", "[Conv1D(1, 3, Padding = 1), ReLU]", 10, "", 0.743)]
    [InlineData("3, 64", "[Conv1D(2, 2), ReLU]", 10, "", 0.215)]
    [InlineData("3, 64", "[Conv1D(2, 3, Padding = 1), ReLU]", 20, "", 0.100)]
    [InlineData("3, 64", "[Conv1D(2, 5, Padding = 2), ReLU]", 20, "", 0.018)]
    [InlineData("3, 8, 8", "[Conv2D(1, 3, Padding = 1), ReLU]", 20, "", 0.050)]
    [InlineData("3, 8, 8", "[Conv2D(2, 3, Padding = 1), ReLU]", 80, "", 0)]
    // Of four positions no tap sees one alone.
    [InlineData("3, 2, 2", "[Conv2D(1, 3, Padding = 1), ReLU]", 20, "", 0.750)]
    [InlineData("3, 2, 2", "[Conv2D(2, 3, Padding = 1), ReLU]", 20, "", 0.060)]
    // With one tap positions are rows.
    [InlineData("3, 8, 8", "[Conv2D(2, 1), ReLU]", 5, "", 0.620)]
    [InlineData("3, 8, 8", "[Conv2D(3, 1), ReLU]", 10, "", 0.553)] // of 3,000
    [InlineData("3, 8, 8", "[Conv2D(4, 1), ReLU]", 10, "", 0.240)]
    // Means over an image are nearly the same in each row.
    [InlineData("3, 8, 8", "[Conv2D(4, 3, Padding = 1), ReLU]", 3, "[Flatten] [Dense(2), ReLU] [Dense(2), ReLU] [Dense(2), ReLU] [Dense(2), ReLU] [Dense(2), ReLU]", 0.590)]
    [InlineData("3, 8, 8", "[Conv2D(4, 3, Padding = 1), ReLU]", 3, "[GlobalAveragePool] [Dense(2), ReLU] [Dense(2), ReLU] [Dense(2), ReLU] [Dense(2), ReLU] [Dense(2), ReLU]", 0.733)]
    [InlineData("3, 8, 8", "[Conv2D(16, 3, Padding = 1), ReLU]", 3, "[GlobalAveragePool] [Dense(3), ReLU] [Dense(3), ReLU] [Dense(3), ReLU] [Dense(3), ReLU] [Dense(3), ReLU]", 0.415)]
    [InlineData("3, 8, 8", "[Conv2D(4, 3, Padding = 1), ReLU]", 3, "[Flatten] [Dense(3), ReLU] [Dense(3), ReLU] [Dense(3), ReLU] [Dense(3), ReLU] [Dense(3), ReLU]", 0.198)]
    public void Convolutions(string input, string layer, int depth, string behind, double measured)
    {
        double share = Analyze.Stack($"[Network({input})] {Repeat(depth, layer)} {behind} {(behind.Length == 0 ? "[Flatten]" : "")} [Dense(1)]").Plan!.Signal.BornDead!.Value;

        Assert.True(Math.Abs(measured - share) <= 0.08, $"{share:F3} instead of {measured:F3}");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(12)]
    public void More_layers_are_not_more_alive(int width)
    {
        double before = 0;
        foreach (int depth in new[] { 1, 2, 5, 6, 10, 30, 31, 60, 61, 120, 300, 301 })
        {
            double now = Share(8, Repeat(depth, $"[Dense({width}), ReLU]"));
            Assert.InRange(now, before - 0.02, 1 - Math.Pow(1 - Math.Pow(0.5, width), depth) + 0.03);
            before = now;
        }
        Assert.True(before > 0);
    }

    [Fact]
    public void It_is_unknown_behind_a_layer_that_is_not_simulated() =>
        Assert.Null(Analyze.Stack("[Network(8)] [Softmax] [Dense(2), ReLU] [Dense(1)]").Plan!.Signal.BornDead);

    private static string Repeat(int depth, string block) => string.Concat(Enumerable.Repeat(block, depth));

    private static double Share(int inputs, string stack)
    {
        NetworkAnalysis analysis = Analyze.Stack($"[Network({inputs})] {stack} [Dense(1)]");
        Assert.Equal("", string.Join("\n", analysis.Problems.Select(problem => problem.Message)));
        return analysis.Plan!.Signal.BornDead!.Value;
    }
}
