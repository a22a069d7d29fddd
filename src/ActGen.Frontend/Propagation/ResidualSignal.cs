using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>y = x + F(x), forward the values and backward the gradients of two ways: new weights have no sign that they prefer, so that E x·F(x) is the product of the means, mostly 0, and mean squares
/// add (Yang &amp; Schoenholz 2017, "Mean Field Residual Networks: On the Edge of Chaos").</summary>
internal static class ResidualSignal
{
    /// <summary>The sum of two values.</summary>
    public static Signal Sum(Signal one, Signal other)
    {
        double both = 2 * one.Mean * other.Mean, sum = one.MeanSquare + other.MeanSquare + both;
        if (sum == 0)
            return one;
        double share = one.MeanSquare / (sum - both), rest = 1 - share;
        // E (x + y)⁴ = E x⁴ + 6·E x²·E y² + E y⁴, and the variance of a square is what its mean square takes from that.
        double spread = (share * share * one.UnitSpread) + (4 * share * rest) + (rest * rest * other.UnitSpread);
        // What is large by chance on one way makes the other one large: deviations add.
        double deviation = (share * Math.Sqrt(one.Scatter)) + (rest * Math.Sqrt(other.Scatter));
        return new(Quadrature.RoundToSixDigits(sum), spread, deviation * deviation)
        {
            Mean = one.Mean + other.Mean,
            SharedSpread = Math.Min((share * share * one.SharedSpread) + (4 * share * rest * one.Common * other.Common) + (rest * rest * other.SharedSpread), spread),
            Common = ((one.MeanSquare * one.Common) + (other.MeanSquare * other.Common) + both) / sum,
        };
    }

    /// <summary>The sum of the gradients of two ways.</summary>
    public static GradientSignal Sum(GradientSignal one, GradientSignal other)
    {
        double typical = one.AtPredicted + other.AtPredicted;
        return new(
            Sum(one.Mean, other.Mean),
            typical,
            typical == 0 ? 0 : ((one.AtPredicted * one.Response) + (other.AtPredicted * other.Response)) / typical);
    }
}
