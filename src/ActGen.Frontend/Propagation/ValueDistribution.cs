using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>Values f(√q z), z standard normal, as so many points with their probabilities.</summary>
internal sealed class ValueDistribution
{
    private const double Step = 1.0 / 16, Reach = 8;
    private const int Points = (int)(2 * Reach / Step) + 1;

    // In ascending order.
    private readonly double[] _values;
    private readonly double[] _probabilities;

    private ValueDistribution(double[] values, double[] probabilities)
    {
        Array.Sort(values, probabilities);
        (_values, _probabilities) = (values, probabilities);
    }

    /// <summary>The values behind an activation; of the normal numbers themselves where there is none.</summary>
    /// <param name="activation">f.</param>
    /// <param name="meanSquare">q.</param>
    public static ValueDistribution Of(PlannedActivation? activation, double meanSquare)
    {
        double[] z = [.. Enumerable.Range(0, Points).Select(i => (i * Step) - Reach)], x = [.. z.Select(point => Math.Sqrt(meanSquare) * point)];
        return new(
            activation is null ? x : Evaluator.At(FormulaAnalysis.Of(activation.Formula).Function, x, activation.Range is { } range ? [range.Nodes[0].Value] : activation.Values),
            // The trapezoid rule, which has all digits for an integrand that ends so softly.
            [.. z.Select(point => Step * RealMath.NormalPdf(point))]);
    }

    /// <summary>E yⁿ.</summary>
    public double Moment(int n) => MomentOfLargest(n, 1);

    /// <summary>E yⁿ of the largest of k independent values: it is at most v with probability P(y ≤ v)ᵏ.</summary>
    public double MomentOfLargest(int n, long k)
    {
        double sum = 0, share = 0, before = 0;
        for (int i = 0; i < _values.Length; i++)
        {
            share += _probabilities[i];
            double now = Power(share, k);
            sum += Power(_values[i], n) * (now - before);
            before = now;
        }
        return sum;
    }

    private static double Power(double x, long exponent)
    {
        double power = 1;
        for (; exponent > 0; exponent >>= 1, x *= x)
            power *= (exponent & 1) == 1 ? x : 1;
        return power;
    }
}
