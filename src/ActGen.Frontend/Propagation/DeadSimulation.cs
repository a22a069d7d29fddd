using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>Small networks of the planned kind, drawn with fixed seeds, through which rows are sent until one arrives with a gradient.</summary>
internal sealed class DeadSimulation
{
    private const int MostNetworks = 400, LeastNetworks = 100, MostWeights = 300_000;

    /// <summary>Normal rows and their negatives: together they reach every side of the input space.</summary>
    private const int RowPairs = 32;

    /// <summary>A layer of more units dies with probability below 2⁻¹²: it is represented by so many.</summary>
    private const int WidestLayer = 12;

    private readonly List<IStep> _steps = [];
    private readonly int _width;
    private readonly double _inputScale;
    private int _weights;

    private DeadSimulation(int width, double inputScale)
    {
        _width = Math.Min(width, WidestLayer);
        _inputScale = inputScale;
    }

    /// <summary>One layer of all networks at once.</summary>
    private interface IStep
    {
        /// <summary>Replaces the values, those of one row for each entry of <paramref name="networks"/>; takes entries out through which their row passes no gradient.</summary>
        void Apply(List<int> networks, ref double[] values);
    }

    /// <summary>The simulation of a stack, or null where it has a layer that cannot be simulated.</summary>
    public static DeadSimulation? Of(IEnumerable<PlannedLayer> layers, Signal input)
    {
        DeadSimulation? simulation = null;
        foreach (PlannedLayer layer in layers)
        {
            simulation ??= new(layer.Input.Last, Math.Sqrt(input.MeanSquare));
            if (!simulation.TryAdd(layer))
                return null;
        }
        return simulation;
    }

    /// <summary>The share of dead networks.</summary>
    public double Run()
    {
        int networks = Math.Min(MostNetworks, Math.Max(LeastNetworks, MostWeights / Math.Max(1, _weights)));
        List<int> undecided = [.. Enumerable.Range(0, networks)];
        // Most networks live on the first row; what is left goes through in ever larger batches, because a step costs more than its values.
        for (int row = 0, rows = 1; row < 2 * RowPairs && undecided.Count > 0; row += rows, rows = Math.Min(2 * rows, (2 * RowPairs) - row))
        {
            HashSet<int> alive = [.. Alive(undecided, row, rows)];
            undecided.RemoveAll(alive.Contains);
        }
        return (double)undecided.Count / networks;
    }

    private List<int> Alive(List<int> undecided, int first, int rows)
    {
        List<int> networks = [.. Enumerable.Repeat(undecided, rows).SelectMany(all => all)];
        double[] values = [.. Enumerable.Range(first, rows).SelectMany(row => Enumerable.Repeat(Input(row), undecided.Count)).SelectMany(input => input)];
        foreach (IStep step in _steps)
            step.Apply(networks, ref values);
        return networks;
    }

    private double[] Input(int row)
    {
        var random = new DeadRandom(unchecked((uint)(row / 2)), stream: uint.MaxValue);
        double scale = row % 2 == 0 ? _inputScale : -_inputScale;
        return [.. Enumerable.Range(0, _width).Select(_ => scale * random.NextNormal())];
    }

    private bool TryAdd(PlannedLayer layer)
    {
        switch (layer)
        {
            case PlannedDense { Weights.Distribution: InitialDistribution.Identity }:
                return false;
            case PlannedDense dense:
                var step = new DenseStep(dense, stream: (uint)_steps.Count);
                _weights += step.WeightCount;
                _steps.Add(step);
                return true;
            case PlannedActivation activation:
                _steps.Add(new ActivationStep(activation));
                return true;
            default:
                // Dropout leaves other units another time: it kills no network.
                return layer is PlannedDropout;
        }
    }

    private sealed class DenseStep(PlannedDense layer, uint stream) : IStep
    {
        private readonly int _inputs = Math.Min(layer.Input.Last, WidestLayer), _units = Math.Min(layer.Output.Last, WidestLayer);
        private readonly Dictionary<int, double[]> _drawn = [];

        public int WeightCount => (_inputs + 1) * _units;

        public void Apply(List<int> networks, ref double[] values)
        {
            double[] sums = new double[networks.Count * _units];
            for (int i = 0; i < networks.Count; i++)
            {
                if (!_drawn.TryGetValue(networks[i], out double[]? weights))
                    _drawn.Add(networks[i], weights = Draw((uint)networks[i]));
                for (int n = 0; n < _units; n++)
                {
                    double sum = weights[(_inputs * _units) + n];
                    for (int k = 0; k < _inputs; k++)
                        sum += values[(i * _inputs) + k] * weights[(k * _units) + n];
                    sums[(i * _units) + n] = sum;
                }
            }
            values = sums;
        }

        /// <summary>Weights and biases. Fewer inputs than the layer has are heavier, so that the sums keep their scale.</summary>
        private double[] Draw(uint network)
        {
            var random = new DeadRandom(network, stream);
            double[] drawn = new double[WeightCount];
            double scale = Math.Sqrt((double)layer.Input.Last / _inputs);
            for (int i = 0; i < drawn.Length; i++)
                drawn[i] = i < _inputs * _units ? scale * random.Next(layer.Weights) : layer.Bias is { } bias ? random.Next(bias) : 0;
            return drawn;
        }
    }

    private sealed class ActivationStep(PlannedActivation layer) : IStep
    {
        private readonly FormulaAnalysis _formula = FormulaAnalysis.Of(layer.Formula);

        /// <summary>Training draws other values every time; one of them that is no special case.</summary>
        private readonly double[] _parameters = layer.Range is { } range ? [range.Nodes[0].Value] : layer.Values;

        public void Apply(List<int> networks, ref double[] values)
        {
            if (networks.Count == 0)
                return;
            double[] outputs = Evaluator.At(_formula.Function, values, _parameters), slopes = Evaluator.At(_formula.Derivative, values, _parameters);
            int width = values.Length / networks.Count, kept = 0;
            for (int i = 0; i < networks.Count; i++)
            {
                bool passes = false;
                for (int j = i * width; j < (i + 1) * width; j++)
                    passes |= slopes[j] != 0;
                if (!passes)
                    continue;
                networks[kept] = networks[i];
                Array.Copy(outputs, i * width, outputs, kept * width, width);
                kept++;
            }
            networks.RemoveRange(kept, networks.Count - kept);
            Array.Resize(ref outputs, kept * width);
            values = outputs;
        }
    }
}
