using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>A dense layer, an activation, or both one behind the other: what a row passes at once.</summary>
/// <param name="dense">The weights; null for none.</param>
/// <param name="width">Inputs on the last axis.</param>
internal sealed class DeadStage(PlannedDense? dense, int width)
{
    /// <summary>A layer of more units dies with probability below 2⁻¹²: it is represented by so many.</summary>
    public const int WidestLayer = 12;

    /// <summary>Units drawn at least, where all of them may be dead.</summary>
    private const int LeastDrawn = 8;

    private FormulaAnalysis? _formula;
    private double[] _parameters = [];
    private DeadSet? _dead;

    /// <summary>The probability that one row ends here; 0 where no row can.</summary>
    public double Bound { get; private set; }

    public int Inputs { get; } = Math.Min(width, WidestLayer);

    public int Units { get; } = Math.Min(dense?.Output.Features ?? width, WidestLayer);

    /// <summary>Units that are drawn, of which the network has <see cref="Units"/>: with twice as many one draw tells of many networks.</summary>
    public int Drawn => dense is null || Bound == 0 ? Units : Math.Max(LeastDrawn, 2 * Units);

    /// <summary>Weights and biases of the drawn units.</summary>
    public int WeightCount => Drawn * (Inputs + 1);

    /// <summary>The stages of a stack; null where it has a layer that cannot be simulated.</summary>
    /// <param name="layers">From input to output.</param>
    /// <param name="bounds">For each layer the probability that a row ends there.</param>
    public static IReadOnlyList<DeadStage>? Of(IReadOnlyList<PlannedLayer> layers, IReadOnlyList<double> bounds)
    {
        var stages = new List<DeadStage>();
        for (int i = 0; i < layers.Count; i++)
        {
            switch (layers[i])
            {
                case PlannedDense { Weights.Distribution: not InitialDistribution.Identity } dense:
                    stages.Add(new(dense, dense.Input.Features));
                    break;
                case PlannedActivation activation:
                    if (stages.Count == 0 || stages[stages.Count - 1]._formula is not null)
                        stages.Add(new(null, activation.Input.Features));
                    stages[stages.Count - 1].Apply(activation, bounds[i]);
                    break;
                // Dropout leaves other units another time: it kills no network.
                case PlannedDropout or PlannedReshape or PlannedPermutation or PlannedTransposition:
                    break;
                default:
                    return null;
            }
        }
        return stages;
    }

    /// <summary>Weights, unit after unit, the bias at the end of each.</summary>
    public void Draw(DeadRandom random, double[] weights)
    {
        if (dense is null)
            return;
        // Fewer inputs than the layer has are heavier, so that sums keep their scale.
        double scale = Math.Sqrt((double)width / Inputs);
        for (int i = 0; i < weights.Length; i++)
            weights[i] = (i + 1) % (Inputs + 1) != 0 ? scale * random.Next(dense.Weights) : dense.Bias is { } bias ? random.Next(bias) : 0;
    }

    /// <summary>What a row gives to the drawn units.</summary>
    public void Sum(double[] weights, double[] row, double[] sums, int start)
    {
        if (dense is null)
        {
            row.CopyTo(sums, start);
            return;
        }
        for (int i = 0, unit = start; unit < start + Drawn; unit++)
        {
            double sum = 0;
            for (int k = 0; k < row.Length; k++)
                sum += row[k] * weights[i++];
            sums[unit] = sum + weights[i++];
        }
    }

    /// <summary>f, or x where there is no activation.</summary>
    public double[] Outputs(double[] sums) => _formula is null ? sums : Evaluator.At(_formula.Function, sums, _parameters);

    /// <summary>Whether a unit has derivative 0 there.</summary>
    public bool IsDead(double sum) => _dead is not null && _dead.Contains(sum);

    private void Apply(PlannedActivation activation, double bound)
    {
        _formula = FormulaAnalysis.Of(activation.Formula);
        // Training draws other values every time; one of them that is no special case.
        _parameters = activation.Range is { } range ? [range.Nodes[0].Value] : activation.Values;
        Bound = bound;
        _dead = bound > 0 ? DeadSet.Of(_formula, _parameters) : null;
    }
}
