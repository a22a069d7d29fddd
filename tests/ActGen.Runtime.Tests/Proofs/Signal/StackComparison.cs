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
        if (definition.InputGradient is { } input)
            Gradients = Gradients.Plus(input, runs.Select(run => StackRun.MeanSquare(run.Gradients[0])));
        for (int layer = 0; layer < stack.Depth; layer++)
        {
            Signals = Signals.Plus(_signal[layer], signals.Select(network => network[layer]));
            // Behind the last layer it is 1 by definition.
            if (layer < stack.Depth - 1)
                Gradients = Gradients.Plus(_gradient[layer], gradients.Select(network => network[layer]));
        }
    }

    /// <summary>Outputs of one sign and large weights: the gradient is twice the predicted one behind 20 layers of width 128.</summary>
    private double Bound => _stack is { Activation: "Softplus", Init: Initializer.He } ? 1 : GradientBound;

    /// <summary>The signals of single networks behind their layers, and the printed bands.</summary>
    public Bands Signals { get; }

    /// <summary>Their gradients there.</summary>
    public Bands Gradients { get; }

    public IEnumerable<string> Failures()
    {
        for (int layer = 0; layer < _stack.Depth; layer++)
        {
            if (IsJudged(_signal[layer], SignalScatter, SignalBound) && Math.Abs(_signalRatio[layer] - 1) > SignalBound + Noise(_signal[layer]))
                yield return $"{_stack}: signal behind layer {layer + 1} is {_signalRatio[layer]:F2} times the predicted one";
            if (IsJudged(_gradient[layer], GradientScatter, GradientBound) && Math.Abs(_gradientRatio[layer] - 1) > Bound + Noise(_gradient[layer]))
                yield return $"{_stack}: gradient behind layer {layer + 1} is {_gradientRatio[layer]:F2} times the predicted one";
        }
        if (Scatter(_signal[^1]) < 1 && _signalRatio[^1] is < 0.5 or > 2)
            yield return $"{_stack}: the last signal is {_signalRatio[^1]:F2} times the predicted one";
    }

    public override string ToString()
    {
        int[] shown = [0, 2, 4, 7, 9, 12, 14, 19];
        return string.Create(CultureInfo.InvariantCulture, $"{_stack.Activation,-9} {_stack.Init,-7} {_stack.Width,3}  v20 {Scatter(_signal[^1]),8:G3}  signal {Row(_signalRatio)}  gradient {Row(_gradientRatio)}  vg {Scatter(_gradient[0]),6:G3}  worst {Worst(_signalRatio, _signal, SignalScatter):P0} {Worst(_gradientRatio, _gradient, GradientScatter):P0}  bands {Signals} {Gradients}");

        string Row(double[] ratios) => string.Join(" ", shown.Select(layer => ratios[layer].ToString("F2", CultureInfo.InvariantCulture)));
    }

    /// <summary>The largest deviation among the layers that scatter less than <paramref name="limit"/>.</summary>
    private static double Worst(double[] ratios, PredictedRms[] predicted, double limit) =>
        ratios.Where((_, layer) => Scatter(predicted[layer]) < limit).Select(ratio => Math.Abs(ratio - 1)).DefaultIfEmpty(0).Max();

    /// <summary>v, from the printed band: two deviations √v/2 of the logarithm to each side.</summary>
    private static double Scatter(PredictedRms rms) => Math.Pow(Math.Log(rms.High / rms.Low) / 2, 2);

    /// <summary>Few seeds tell nothing of a layer that scatters much: what the mean over seeds is uncertain by must not be more than what is promised. All are judged with 32.</summary>
    private bool IsJudged(PredictedRms rms, double limit, double bound) => Scatter(rms) < limit && (_seeds >= 32 || Noise(rms) <= bound);

    /// <summary>Two deviations of the mean over the seeds.</summary>
    private double Noise(PredictedRms rms) => Math.Sqrt(Scatter(rms) / _seeds);

    private static double[] Ratios(double[][] measured, PredictedRms[] predicted) =>
        [.. predicted.Select((rms, layer) => Math.Sqrt(measured.Average(network => network[layer])) / rms.Value)];
}

/// <summary>Measured values with a printed band, and those inside it.</summary>
internal readonly record struct Bands(int Inside, int All)
{
    public double Share => All == 0 ? 1 : (double)Inside / All;

    public Bands Plus(PredictedRms band, IEnumerable<double> meanSquares)
    {
        double[] measured = [.. meanSquares.Select(Math.Sqrt)];
        return band.IsPredictable ? new(Inside + measured.Count(rms => rms >= band.Low && rms <= band.High), All + measured.Length) : this;
    }

    public Bands Plus(Bands other) => new(Inside + other.Inside, All + other.All);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Share:P1} of {All}");
}
