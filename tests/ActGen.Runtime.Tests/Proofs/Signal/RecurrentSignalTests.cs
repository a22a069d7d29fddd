using System.Globalization;
using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Proofs.Definitions;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;
using Xunit.Abstractions;

namespace ActGen.Runtime.Tests.Proofs.Signal;

/// <summary>The predicted signal behind recurrent layers, the last state and all of them, against networks as they start.</summary>
public sealed class RecurrentSignalTests(ITestOutputHelper output)
{
    private const int Rows = 32, Seeds = 12;

    /// <summary>How far the mean over networks may be from the prediction.</summary>
    private const double Tolerance = 0.1;

    private static readonly ActivationSpec ReLU = new(ActivationDefinitions.Named("ReLU"));

    private static readonly RecurrentSpec[] Cells = [new("RNN", 48), new("LSTM", 32), new("GRU", 40)];

    [Fact]
    public void States_start_as_predicted()
    {
        NetworkSpec[] specs =
        [
            .. Cells.SelectMany(cell => new NetworkSpec[]
            {
                new([1, 24], [cell]),
                new([6, 24], [cell]),
                new([40, 16], [cell]),
                new([12, 16], [cell with { ReturnSequences = true, Bidirectional = true }]),
                new([12, 16], [cell with { Init = Initializer.PyTorch }]),
                // Steps that have something in common: behind ReLU all features have a mean.
                new([20, 16], [new DenseSpec(64), ReLU, cell]),
                new([20, 16], [new DenseSpec(64), ReLU, cell with { ReturnSequences = true }]),
                new([10, 16], [cell with { ReturnSequences = true }, cell with { ReturnSequences = true }, cell]),
                // What states of one sequence have in common decides how large their mean is.
                new([20, 16], [cell with { ReturnSequences = true }, new PoolSpec(0, false)]),
            }),
        ];
        IReadOnlyList<IDoubleNetwork> networks = NetworkFactory.CompileDouble(specs);
        List<string> failures = [];
        Bands bands = default;
        for (int i = 0; i < specs.Length; i++)
        {
            PredictedRms predicted = networks[i].Definition.Layers[^1].Signal!.Value;
            double[] squares = [.. Enumerable.Range(0, Seeds).Select(seed => MeanSquare(networks[i], specs[i], seed))];
            bands = bands.Plus(predicted, squares);
            double ratio = Math.Sqrt(squares.Average()) / predicted.Value;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ratio:F3} of {predicted.Value:G3} ({predicted.Low:G3} to {predicted.High:G3}, seen {Math.Sqrt(squares.Min()):G3} to {Math.Sqrt(squares.Max()):G3}): {specs[i].ToString().ReplaceLineEndings(" ")}"));
            if (Math.Abs(ratio - 1) > Tolerance)
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"{ratio:F3} times the predicted one: {specs[i]}"));
        }
        output.WriteLine($"inside the printed bands: {bands}");
        Assert.Equal("", string.Join("\n", failures));
        Assert.InRange(bands.Share, 0.95, 1);
    }

    [Fact]
    public void The_gradient_before_a_recurrent_layer_is_not_predicted()
    {
        NetworkDefinition definition = NetworkFactory.CompileDouble([new NetworkSpec([5, 3], [new DenseSpec(4), ReLU, new RecurrentSpec("LSTM", 8), new DenseSpec(2)], new MSESpec())])[0].Definition;

        Assert.Null(definition.InputGradient);
        Assert.Equal([true, false, false], definition.Layers.Select(layer => layer.Gradient is null));
    }

    [Fact]
    public void States_that_nothing_bounds_are_not_predicted() =>
        Assert.Null(NetworkFactory.CompileDouble([new NetworkSpec([5, 3], [new RecurrentSpec("RNN", 8) { Rectified = true }])])[0].Definition.Layers[0].Signal);

    private static double MeanSquare(IDoubleNetwork network, NetworkSpec spec, int seed) => StackRun.MeanSquare(
        network.Infer(new(Rows, DeepStack.Parameters(network.Definition, seed), DeepStack.NormalRows(Rows, spec.InputSize, seed), null, null, new(Training: false))));
}
