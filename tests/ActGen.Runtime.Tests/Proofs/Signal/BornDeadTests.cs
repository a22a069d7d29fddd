using System.Globalization;
using ActGen.Runtime.Tests.Proofs.Definitions;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;
using Xunit.Abstractions;

namespace ActGen.Runtime.Tests.Proofs.Signal;

/// <summary>The printed share of networks that are born dead, against the share among real ones: 256 normal rows, and none of them
/// sends a gradient to the input.</summary>
public sealed class BornDeadTests(ITestOutputHelper output)
{
    private const int Inputs = 8, Rows = 256;

    private const double Bound = 0.08;

    private static readonly int Seeds = Environment.GetEnvironmentVariable("ACTGEN_SIGNAL") == "full" ? 1000 : 100;

    [Fact]
    public void The_estimate_is_near_the_rate_of_real_networks()
    {
        (string Activation, Initializer Init, int Width, int Depth)[] stacks =
        [
            .. new[] { 2, 3, 5 }.SelectMany(width => new[] { 5, 10, 20 }.Select(depth => ("ReLU", Initializer.Auto, width, depth))),
            ("ReLU", Initializer.PyTorch, 2, 10), ("ReLU", Initializer.PyTorch, 3, 10), ("ReLU", Initializer.Orthogonal, 3, 10),
            ("ReLU6", Initializer.He, 3, 10), ("HardTanh", Initializer.He, 2, 10), ("LeakyReLU", Initializer.Auto, 2, 20),
        ];
        NetworkSpec[] specs = [.. stacks.Select(stack => new NetworkSpec(
            [Inputs],
            [.. Enumerable.Repeat<LayerSpec[]>([new DenseSpec(stack.Width) { Init = stack.Init }, new ActivationSpec(ActivationDefinitions.Named(stack.Activation))], stack.Depth).SelectMany(layer => layer), new DenseSpec(1)]))];
        IReadOnlyList<IDoubleNetwork> networks = NetworkFactory.CompileDouble(specs);
        List<string> failures = [];
        for (int i = 0; i < stacks.Length; i++)
        {
            double predicted = networks[i].Definition.BornDead!.Value;
            double measured = Enumerable.Range(0, Seeds).Count(seed => IsDead(networks[i], seed)) / (double)Seeds;
            string line = string.Create(CultureInfo.InvariantCulture, $"{stacks[i].Activation,-9} {stacks[i].Init,-10} width {stacks[i].Width}, depth {stacks[i].Depth,2}: predicted {predicted:F3}, measured {measured:F3}, bound of Lu et al. {1 - Math.Pow(1 - Math.Pow(0.5, stacks[i].Width), stacks[i].Depth):F3}");
            output.WriteLine(line);
            // Three deviations of the measured share.
            if (Math.Abs(predicted - measured) > Bound + (3 * Math.Sqrt(Math.Max(predicted * (1 - predicted), 0.01) / Seeds)))
                failures.Add(line);
        }
        Assert.Equal("", string.Join("\n", failures));
    }

    private static bool IsDead(IDoubleNetwork network, int seed)
    {
        // Most of those that live show it on few rows.
        const int few = 8;
        double[] parameters = DeepStack.Parameters(network.Definition, seed), inputs = DeepStack.NormalRows(Rows, Inputs, seed);
        return IsSilent(few) && IsSilent(Rows);

        bool IsSilent(int rows) => network
            .Backward(new(rows, parameters, inputs[..(rows * Inputs)], null, null, new(Training: false)), [.. Enumerable.Repeat(1.0, rows)])
            .Input.All(value => value == 0);
    }
}
