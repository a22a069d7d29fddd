using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>A product, an activation, or both one behind the other: what a row passes at once. The rows of a convolution are positions, and each position passes it as often as others
/// read it: through one tap at a time, beside which the others may read zeros. So a filter is dead where it would be as so many units.</summary>
/// <param name="product">The weights; null for none.</param>
/// <param name="width">Features of a position before it.</param>
internal sealed class DeadStage(PlannedProduct? product, int width)
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

    /// <summary>Features of a position behind it.</summary>
    public int Features { get; } = Math.Min(product?.Output.Features ?? width, WidestLayer);

    /// <summary>How often a position passes it.</summary>
    public int Passes => Math.Max(Math.Min(ReadersOf(product), WidestLayer / Features), 1);

    public int Units => Features * Passes;

    /// <summary>Units that are drawn, of which the network has <see cref="Units"/>: with twice as many one draw tells of many networks.</summary>
    public int Drawn => product is null || Bound == 0 ? Units : Math.Max(LeastDrawn, 2 * Units);

    /// <summary>Weights and biases of the drawn units.</summary>
    public int WeightCount => Drawn * (Inputs + 1);

    /// <summary>Whether there is an activation already.</summary>
    public bool IsActivated => _formula is not null;

    /// <summary>By how many positions at the most a product lets a position be read.</summary>
    public static int ReadersOf(PlannedProduct? product) => product is PlannedConvolution convolution ? convolution.Rows.Readers * convolution.Columns.Readers : 1;

    /// <summary>Puts an activation behind the product.</summary>
    /// <param name="activation">f.</param>
    /// <param name="bound">The probability that one row ends there.</param>
    public void Apply(PlannedActivation activation, double bound)
    {
        _formula = FormulaAnalysis.Of(activation.Formula);
        // Training draws other values every time; one of them that is no special case.
        _parameters = activation.Range is { } range ? [range.Nodes[0].Value] : activation.Values;
        Bound = bound;
        _dead = bound > 0 ? DeadSet.Of(_formula, _parameters) : null;
    }

    /// <summary>Weights, unit after unit, the bias at the end of each.</summary>
    public void Draw(DeadRandom random, double[] weights)
    {
        if (product is null)
            return;
        // Fewer inputs than the layer has are heavier, so that sums keep their scale.
        double scale = Math.Sqrt((double)product.Weights.Length / product.Output.Features / Inputs);
        for (int i = 0; i < weights.Length; i++)
            weights[i] = (i + 1) % (Inputs + 1) != 0 ? scale * random.Next(product.Weights) : product.Bias is { } bias ? random.Next(bias) : 0;
    }

    /// <summary>What a row gives to the drawn units.</summary>
    public void Sum(double[] weights, double[] row, double[] sums, int start)
    {
        if (product is null)
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
}
