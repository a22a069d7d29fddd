using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>Quadrature over a normal x = ln(q/q₀) of mean 0 with three nodes: 0, and one on each side, weighted so that 1, x and x² come out exactly.</summary>
/// <remarks>With nodes at ±√(3v) it is the Gauss–Hermite rule. They are moved outward to the next quarter, so that the many layers of a
/// stack, each with a scatter of its own, ask for the moments of a formula at the same few scales.</remarks>
/// <param name="Low">x of the lower node.</param>
/// <param name="High">x of the upper node.</param>
/// <param name="LowScale">Its q.</param>
/// <param name="HighScale">Its q.</param>
/// <param name="Variance">v, the variance of x.</param>
internal readonly record struct ScaleNodes(double Low, double High, double LowScale, double HighScale, double Variance)
{
    private const double Step = 0.25;

    private double LowWeight => Variance / (Low * (Low - High));

    private double HighWeight => Variance / (High * (High - Low));

    /// <summary>Null where nothing scatters or nobody knows how far.</summary>
    public static ScaleNodes? Around(Signal signal)
    {
        if (!(signal.Scatter > 0) || !(signal.MeanSquare > 0) || !Prediction.IsWithin(signal.Scatter))
            return null;
        double center = RealMath.Log(signal.MeanSquare), reach = Math.Sqrt(3 * signal.Scatter);
        double low = Step * Math.Floor((center - reach) / Step), high = Step * Math.Ceiling((center + reach) / Step);
        return new(low - center, high - center, RealMath.Exp(low), RealMath.Exp(high), signal.Scatter);
    }

    /// <summary>The mean of a function of x from its values at the nodes.</summary>
    public double Mean(double low, double middle, double high) =>
        (LowWeight * low) + ((1 - LowWeight - HighWeight) * middle) + (HighWeight * high);

    /// <summary>The slope of the straight line nearest to a function that is 0 at the middle node, by the weights of the nodes.</summary>
    public double Slope(double low, double high) => ((LowWeight * Low * low) + (HighWeight * High * high)) / Variance;
}
