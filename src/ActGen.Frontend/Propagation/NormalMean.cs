using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Propagation;

/// <summary>E f(μ + √q·z)ⁿ over a standard normal z, by the trapezoidal rule, which is exact to many digits for functions as smooth as σ and tanh.</summary>
internal static class NormalMean
{
    private const double Step = 0.25, Reach = 8;

    private static readonly (double Z, double Weight)[] Nodes =
        [.. Enumerable.Range(0, (int)(2 * Reach / Step) + 1).Select(static i => (i * Step) - Reach).Select(static z => (z, Step * RealMath.NormalPdf(z)))];

    /// <param name="function">f.</param>
    /// <param name="q">The variance.</param>
    /// <param name="mean">μ.</param>
    /// <param name="power">n.</param>
    public static double Of(Func<double, double> function, double q, double mean = 0, int power = 1)
    {
        double deviation = Math.Sqrt(q), sum = 0;
        foreach ((double z, double weight) in Nodes)
            sum += weight * RealMath.Power(function(mean + (deviation * z)), power);
        return sum;
    }
}
