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
        Compare(specs, [.. stacks.Select(stack => string.Create(CultureInfo.InvariantCulture, $"{stack.Activation,-9} {stack.Init,-10} width {stack.Width}, depth {stack.Depth,2}, bound of Lu et al. {1 - Math.Pow(1 - Math.Pow(0.5, stack.Width), stack.Depth):F3}"))], Rows);
    }

    [Fact]
    public void The_estimate_is_near_the_rate_of_real_convolutions()
    {
        LayerSpec[] relu = [new ActivationSpec(ActivationDefinitions.Named("ReLU"))];
        LayerSpec[] Images(int filters, int kernel, int depth) => [.. Enumerable.Repeat<LayerSpec[]>([new ConvolutionSpec(2, filters, kernel, kernel) { Padding = -1 }, .. relu], depth).SelectMany(layer => layer)];
        LayerSpec[] Lines(int filters, int kernel, int depth) => [.. Enumerable.Repeat<LayerSpec[]>([new ConvolutionSpec(1, filters, 1, kernel) { Padding = -1 }, .. relu], depth).SelectMany(layer => layer)];
        LayerSpec[] Narrow(int width, int depth) => [.. Enumerable.Repeat<LayerSpec[]>([new DenseSpec(width), .. relu], depth).SelectMany(layer => layer)];
        LayerSpec[] end = [new ReshapeSpec(0), new DenseSpec(1)];
        (string Name, NetworkSpec Spec)[] stacks =
        [
            ("1 filter of 3 taps, depth 5", new([3, 32], [.. Lines(1, 3, 5), .. end])),
            ("2 filters of 3 taps, depth 10", new([3, 32], [.. Lines(2, 3, 10), .. end])),
            ("2 filters of 1 tap, depth 5", new([3, 6, 6], [.. Images(2, 1, 5), .. end])),
            ("2 filters of 3 × 3 taps, depth 10", new([3, 6, 6], [.. Images(2, 3, 10), .. end])),
            ("global average, then width 2, depth 5", new([3, 6, 6], [.. Images(4, 3, 2), new PoolSpec(0, IsMaximum: false), .. Narrow(2, 5), new DenseSpec(1)])),
            ("images as features, then width 3, depth 5", new([3, 6, 6], [.. Images(4, 3, 2), new ReshapeSpec(0), .. Narrow(3, 5), new DenseSpec(1)])),
        ];
        Compare([.. stacks.Select(stack => stack.Spec)], [.. stacks.Select(stack => stack.Name)], rows: 32);
    }

    private void Compare(NetworkSpec[] specs, string[] names, int rows)
    {
        IReadOnlyList<IDoubleNetwork> networks = NetworkFactory.CompileDouble(specs);
        List<string> failures = [];
        for (int i = 0; i < specs.Length; i++)
        {
            double predicted = networks[i].Definition.BornDead!.Value;
            double measured = Enumerable.Range(0, Seeds).Count(seed => IsDead(networks[i], rows, seed)) / (double)Seeds;
            string line = string.Create(CultureInfo.InvariantCulture, $"{names[i]}: predicted {predicted:F3}, measured {measured:F3}");
            output.WriteLine(line);
            // Three deviations of the measured share.
            if (Math.Abs(predicted - measured) > Bound + (3 * Math.Sqrt(Math.Max(predicted * (1 - predicted), 0.01) / Seeds)))
                failures.Add(line);
        }
        Assert.Equal("", string.Join("\n", failures));
    }

    private static bool IsDead(IDoubleNetwork network, int all, int seed)
    {
        // Most of those that live show it on few rows.
        const int few = 8;
        double[] parameters = DeepStack.Parameters(network.Definition, seed), inputs = DeepStack.NormalRows(all, network.Definition.InputSize, seed);
        return IsSilent(few) && IsSilent(all);

        bool IsSilent(int rows) => network
            .Backward(new(rows, parameters, inputs[..(rows * network.Definition.InputSize)], null, null, new(Training: false)), [.. Enumerable.Repeat(1.0, rows)])
            .Input.All(value => value == 0);
    }
}
