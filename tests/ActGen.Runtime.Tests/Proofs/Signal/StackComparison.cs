using System.Globalization;
using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Proofs.Signal;

/// <summary>What was measured in several networks of one stack, beside what was predicted.</summary>
internal sealed class StackComparison
{
    private const double SignalBound = 0.15, GradientBound = 0.25;

    /// <summary>Largest scatter at which the bounds hold: docs/numerics.md.</summary>
    private const double SignalScatter = 1, GradientScatter = 1.5;

    private readonly DeepStack _stack;
    private readonly PredictedRms[] _signal, _gradient;
    private readonly double[] _signalRatio, _gradientRatio;
    private readonly int _seeds;

    public StackComparison(DeepStack stack, NetworkDefinition definition, StackRun[] runs)
    {
        _stack = stack;
        _seeds = runs.Length;
        _signal = [.. definition.Layers.Select(layer => layer.Signal!.Value)];
        _gradient = [.. definition.Layers.Select(layer => layer.Gradient!.Value)];
        double[][] signals = [.. runs.Select(run => run.Values.Skip(1).Select(StackRun.MeanSquare).ToArray())];
        double[][] gradients = [.. runs.Select(run => run.Gradients.Skip(1).Select(StackRun.MeanSquare).ToArray())];
        _signalRatio = Ratios(signals, _signal);
        _gradientRatio = Ratios(gradients, _gradient);
        for (int layer = 0; layer < stack.Depth; layer++)
        {
            if (!_signal[layer].IsPredictable)
                continue;
            Networks += _seeds;
            Inside += signals.Count(network => Math.Sqrt(network[layer]) is var rms && rms >= _signal[layer].Low && rms <= _signal[layer].High);
        }
    }

    /// <summary>Outputs of one sign and large weights: the gradient is twice the predicted one behind 20 layers of width 128.</summary>
    private double Bound => _stack is { Activation: "Softplus", Init: Initializer.He } ? 1 : GradientBound;

    /// <summary>Layers of single networks with a printed band, and those inside it.</summary>
    public int Networks { get; }

    public int Inside { get; }

    public IEnumerable<string> Failures()
    {
        for (int layer = 0; layer < _stack.Depth; layer++)
        {
            if (Scatter(_signal[layer]) < SignalScatter && Math.Abs(_signalRatio[layer] - 1) > SignalBound + Noise(_signal[layer]))
                yield return $"{_stack}: signal behind layer {layer + 1} is {_signalRatio[layer]:F2} times the predicted one";
            if (Scatter(_gradient[layer]) < GradientScatter && Math.Abs(_gradientRatio[layer] - 1) > Bound + Noise(_gradient[layer]))
                yield return $"{_stack}: gradient behind layer {layer + 1} is {_gradientRatio[layer]:F2} times the predicted one";
        }
        if (Scatter(_signal[^1]) < 1 && _signalRatio[^1] is < 0.5 or > 2)
            yield return $"{_stack}: the last signal is {_signalRatio[^1]:F2} times the predicted one";
    }

    public override string ToString()
    {
        int[] shown = [0, 2, 4, 7, 9, 12, 14, 19];
        return string.Create(CultureInfo.InvariantCulture, $"{_stack.Activation,-9} {_stack.Init,-7} {_stack.Width,3}  v20 {Scatter(_signal[^1]),8:G3}  signal {Row(_signalRatio)}  gradient {Row(_gradientRatio)}  vg {Scatter(_gradient[0]),6:G3}  worst {Worst(_signalRatio, _signal, SignalScatter):P0} {Worst(_gradientRatio, _gradient, GradientScatter):P0}  {(Networks == 0 ? 1 : (double)Inside / Networks):P1} of {Networks}");

        string Row(double[] ratios) => string.Join(" ", shown.Select(layer => ratios[layer].ToString("F2", CultureInfo.InvariantCulture)));
    }

    /// <summary>The largest deviation among the layers that scatter less than <paramref name="limit"/>.</summary>
    private static double Worst(double[] ratios, PredictedRms[] predicted, double limit) =>
        ratios.Where((_, layer) => Scatter(predicted[layer]) < limit).Select(ratio => Math.Abs(ratio - 1)).DefaultIfEmpty(0).Max();

    /// <summary>v, from the printed band: two deviations √v/2 of the logarithm to each side.</summary>
    private static double Scatter(PredictedRms rms) => Math.Pow(Math.Log(rms.High / rms.Low) / 2, 2);

    /// <summary>Two deviations of the mean over the seeds.</summary>
    private double Noise(PredictedRms rms) => Math.Sqrt(Scatter(rms) / _seeds);

    private static double[] Ratios(double[][] measured, PredictedRms[] predicted) =>
        [.. predicted.Select((rms, layer) => Math.Sqrt(measured.Average(network => network[layer])) / rms.Value)];
}
