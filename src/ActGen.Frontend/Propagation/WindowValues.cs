using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>Values f(μ + σ(√ρ·u + √(1 − ρ)·z)), u and z standard normal, u one number for all of a window: for some u so many points with their probabilities.</summary>
internal sealed class WindowValues
{
    private const double Step = 1.0 / 16, Reach = 8;
    private const int Points = (int)(2 * Reach / Step) + 1;

    /// <summary>Of u the rule is rougher: what it is the mean over is smooth.</summary>
    private const double SharedStep = 0.5, SharedReach = 4;

    private readonly (double Weight, Row Values)[] _rows;

    private WindowValues((double Weight, Row Values)[] rows) => _rows = rows;

    /// <summary>The values behind an activation; the normal numbers themselves where there is none.</summary>
    /// <param name="activation">f.</param>
    /// <param name="input">Before it.</param>
    public static WindowValues Of(PlannedActivation? activation, Signal input)
    {
        double deviation = Math.Sqrt(Math.Max(input.Variance, 0)), correlation = input.Correlation;
        double shared = deviation * Math.Sqrt(correlation), own = deviation * Math.Sqrt(1 - correlation);
        if (shared == 0)
            return new([(1, Row.Of(activation, input.Mean, own))]);
        double[] nodes = [.. Enumerable.Range(0, (int)(2 * SharedReach / SharedStep) + 1).Select(i => (i * SharedStep) - SharedReach)];
        return new([.. nodes.Select(u => (SharedStep * RealMath.NormalPdf(u), Row.Of(activation, input.Mean + (shared * u), own)))]);
    }

    /// <summary>E yⁿ.</summary>
    public double Moment(int n) => OfLargest(n, 1);

    /// <summary>E yⁿ of the largest of k values.</summary>
    public double OfLargest(int n, long k) => _rows.Sum(row => row.Weight * row.Values.OfLargest(k, y => RealMath.Power(y, n)));

    /// <summary>E y·y′ of the largest values of two windows.</summary>
    public double PairOfLargest(long k) => _rows.Sum(row => row.Weight * RealMath.Power(row.Values.OfLargest(k, static y => y), 2));

    /// <summary>E f′² at the largest of k values, relative to E f′² of all.</summary>
    public double SlopeAtLargest(long k) =>
        _rows.Sum(row => row.Weight * row.Values.OfSlopeAtLargest(1)) is > 0 and var all ? _rows.Sum(row => row.Weight * row.Values.OfSlopeAtLargest(k)) / all : 1;

    /// <summary>The values for one u in ascending order, with the squares of the slopes there.</summary>
    private sealed class Row(double[] values, double[] slopes, double[] probabilities)
    {
        public static Row Of(PlannedActivation? activation, double mean, double deviation)
        {
            double[] z = [.. Enumerable.Range(0, Points).Select(i => (i * Step) - Reach)], x = [.. z.Select(point => mean + (deviation * point))];
            // The trapezoid rule, which has all digits for an integrand that ends so softly.
            double[] probabilities = [.. z.Select(point => Step * RealMath.NormalPdf(point))];
            if (activation is null)
                return new(x, [.. x.Select(static _ => 1.0)], probabilities);
            double[] parameters = activation.Range is { } range ? [range.Nodes[0].Value] : activation.Values;
            FormulaAnalysis f = FormulaAnalysis.Of(activation.Formula);
            double[] values = Evaluator.At(f.Function, x, parameters), slopes = Evaluator.At(f.Derivative, x, parameters);
            int[] order = [.. Enumerable.Range(0, Points).OrderBy(i => values[i])];
            return new([.. order.Select(i => values[i])], [.. order.Select(i => slopes[i] * slopes[i])], [.. order.Select(i => probabilities[i])]);
        }

        /// <summary>The mean of a function of the largest of k: it is at most v with probability P(y ≤ v)ᵏ.</summary>
        public double OfLargest(long k, Func<double, double> function) => Sum(k, i => function(values[i]));

        public double OfSlopeAtLargest(long k) => Sum(k, i => slopes[i]);

        private double Sum(long k, Func<int, double> term)
        {
            double sum = 0, share = 0, before = 0;
            for (int i = 0; i < values.Length; i++)
            {
                share += probabilities[i];
                double now = RealMath.Power(share, k);
                sum += term(i) * (now - before);
                before = now;
            }
            return sum;
        }
    }
}
