using System.Globalization;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Proofs.Signal;

/// <summary>What was measured behind the parts of one network over images, beside what was predicted.</summary>
internal sealed class ImageComparison
{
    private const double SignalBound = 0.15, GradientBound = 0.25;

    /// <summary>Largest scatter at which the bounds hold: docs/numerics.md.</summary>
    private const double SignalScatter = 1, GradientScatter = 1.5;

    private readonly ImageStack _stack;
    private readonly List<string> _ratios = [];

    /// <param name="stack">The network.</param>
    /// <param name="definition">Its predictions.</param>
    /// <param name="rows">Rows of its table that each part is.</param>
    /// <param name="runs">Several new networks.</param>
    public ImageComparison(ImageStack stack, NetworkDefinition definition, int[] rows, StackRun[] runs)
    {
        _stack = stack;
        for (int part = 0, row = -1; part < rows.Length; part++)
        {
            row += rows[part];
            string name = string.Join("+", stack.Segments[part].Select(layer => layer.Attribute));
            double[] signals = [.. runs.Select(run => StackRun.MeanSquare(run.Values[part + 1]))], gradients = [.. runs.Select(run => StackRun.MeanSquare(run.Gradients[part + 1]))];
            PredictedRms signal = definition.Layers[row].Signal!.Value, gradient = definition.Layers[row].Gradient!.Value;
            _ratios.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {Ratio(signals, signal):F2}/{Ratio(gradients, gradient):F2}"));
            Signals = Signals.Plus(Rounded(signal), signals);
            Judge($"signal behind {name}", signals, signal, SignalScatter, stack.SignalBound ?? SignalBound);
            // Behind the last part it is 1 by definition.
            if (part == rows.Length - 1)
                continue;
            Gradients = Gradients.Plus(Rounded(gradient), gradients);
            Judge($"gradient behind {name}", gradients, gradient, GradientScatter, stack.GradientBound ?? GradientBound);
        }
    }

    /// <summary>The signals of single networks, and the printed bands.</summary>
    public Bands Signals { get; }

    /// <summary>Their gradients.</summary>
    public Bands Gradients { get; }

    /// <summary>What is farther from the prediction than is promised.</summary>
    public List<string> Failures { get; } = [];

    public override string ToString() => $"{_stack.Name}: {string.Join("  ", _ratios)}  bands {Signals} {Gradients}";

    private void Judge(string place, double[] meanSquares, PredictedRms predicted, double scatter, double bound)
    {
        // v, from the printed band; and two deviations of the mean over the networks. Few networks tell nothing of what scatters much.
        double ratio = Ratio(meanSquares, predicted), v = Math.Pow(Math.Log(predicted.High / predicted.Low) / 2, 2), noise = Math.Sqrt(v / meanSquares.Length);
        if (v < scatter && (meanSquares.Length >= 32 || noise <= bound) && Math.Max(ratio, 1 / ratio) > 1 + bound + noise)
            Failures.Add(string.Create(CultureInfo.InvariantCulture, $"{_stack.Name}: {place} is {ratio:F2} times the predicted one"));
    }

    /// <summary>What is behind a normalisation differs from no network to the next: a band of one percent, which is what is printed.</summary>
    private static PredictedRms Rounded(PredictedRms rms) => new(rms.Value, rms.Low * 0.99, rms.High * 1.01);

    private static double Ratio(double[] meanSquares, PredictedRms predicted) => Math.Sqrt(meanSquares.Average()) / predicted.Value;
}
