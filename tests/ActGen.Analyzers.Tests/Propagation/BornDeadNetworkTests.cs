using System.Globalization;
using System.Text.RegularExpressions;

namespace ActGen.Analyzers.Tests.Propagation;

public partial class BornDeadNetworkTests
{
    private const string Own = "[ActivationFunction] public readonly partial struct Own { public static float Formula(float x) => x > 0 ? x : 0; }";

    [Theory]
    [InlineData("ReLU")]
    [InlineData("Activation<Own>")]
    public Task Reports(string activation) => NetworkTest.VerifyAsync(
        $"[Network(3)] [Dense(3), {{|ACT1010:{activation}|}}] {$"[Dense(3), {activation}]".Times(9)} [Dense(2)] [MSELoss]", Own);

    [Fact]
    public async Task The_share_is_that_of_networks_drawn_here()
    {
        string message = await NetworkTest.MessageAsync($"[Network(2)] [Dense(2), {{|ACT1010:ReLU|}}] {"[Dense(2), ReLU]".Times(4)} [Dense(2)] [MSELoss]");
        double told = double.Parse(Share.Match(message).Groups[1].Value, CultureInfo.InvariantCulture) / 100;

        // 400 networks there: a standard error of 2.5 %.
        Assert.InRange(told, Simulated(depth: 5, width: 2) - 0.1, Simulated(depth: 5, width: 2) + 0.1);
    }

    [Theory]
    // a binary network with a few units
    [InlineData("[Network(2)] [Dense(2), ReLU] [Dense(1)] [BCEWithLogitsLoss]")]
    [InlineData("[Network(8)] [Dense(16), ReLU] [Dense(16), ReLU] [Dense(16), ReLU] [Dense(16), ReLU] [Dense(1)] [MSELoss]")]
    [InlineData("[Network(3)] [Dense(3), LeakyReLU] [Dense(3), LeakyReLU] [Dense(3), LeakyReLU] [Dense(3), LeakyReLU] [Dense(3), LeakyReLU] [Dense(3), LeakyReLU] [Dense(3), LeakyReLU] [Dense(3), LeakyReLU] [Dense(3), LeakyReLU] [Dense(2)] [MSELoss]")]
    public Task Is_silent(string stack) => NetworkTest.VerifyAsync(stack);

    /// <summary>The share of networks of normal weights without bias in which 64 normal rows all die.</summary>
    private static double Simulated(int depth, int width)
    {
        var random = new Random(7);
        const int Networks = 4000;
        int dead = 0;
        for (int network = 0; network < Networks; network++)
        {
            double[][] weights = [.. Enumerable.Range(0, depth).Select(_ => Enumerable.Range(0, width * width).Select(_ => Normal(random)).ToArray())];
            dead += Enumerable.Range(0, 64).All(_ => Dies(weights, [.. Enumerable.Range(0, width).Select(_ => Normal(random))])) ? 1 : 0;
        }
        return (double)dead / Networks;
    }

    private static bool Dies(double[][] weights, double[] row)
    {
        foreach (double[] layer in weights)
        {
            row = [.. Enumerable.Range(0, row.Length).Select(unit => Math.Max(0, row.Select((x, i) => x * layer[(unit * row.Length) + i]).Sum()))];
            if (row.All(x => x == 0))
                return true;
        }
        return false;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    [GeneratedRegex(@"^(\d+) % of new networks")]
    private static partial Regex Share { get; }
}
