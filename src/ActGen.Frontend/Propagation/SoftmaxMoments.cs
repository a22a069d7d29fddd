using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Propagation;

/// <summary>Moments of y = softmax(z) over K independent normal logits of variance q, exact for every K.</summary>
/// <param name="Squares">E Σy².</param>
/// <param name="Cubes">E Σy³.</param>
/// <param name="SquaresSquared">E(Σy²)².</param>
/// <param name="Slope">d ln E Σy² / d ln q.</param>
/// <param name="LogSumMean">E ln Σe^z.</param>
/// <param name="LogSumVariance">Its variance.</param>
/// <param name="LogSquare">E y² of one y of log-softmax, z − ln Σe^z.</param>
/// <param name="LogSlope">d ln E y² / d ln q of it.</param>
internal sealed record SoftmaxMoments(
    double Squares, double Cubes, double SquaresSquared, double Slope, double LogSumMean, double LogSumVariance, double LogSquare, double LogSlope)
{
    /// <summary>Below it softmax is uniform, above it one-hot, to the digits that are shown.</summary>
    private const double LeastVariance = 1e-3, LargestVariance = 400;

    private const double EulerGamma = 0.57721566490153286, PiSquaredOverSix = 1.6449340668482264;

    private static readonly MemoTable<(double, int), SoftmaxMoments> Known = new();

    public static SoftmaxMoments Of(double variance, int classes) => Known.GetOrAdd((variance, classes), static key => Compute(key.Item1, key.Item2));

    private static SoftmaxMoments Compute(double variance, int classes)
    {
        if (double.IsNaN(variance) || double.IsInfinity(variance))
            return new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        // One class has all of the sum, whatever its logit.
        if (classes == 1)
            return new(1, 1, 1, 0, 0, variance, 0, 0);
        const double step = 1.05;
        double q = Math.Min(Math.Max(variance, LeastVariance), LargestVariance);
        SoftmaxMoments moments = Integrate(q, classes), above = Integrate(q * step, classes);
        // Beyond the largest variance ln Σe^z is the largest logit, which grows with the deviation.
        double beyond = Math.Max(variance / q, 1), mean = moments.LogSumMean * Math.Sqrt(beyond), spread = moments.LogSumVariance * beyond;
        return moments with
        {
            Slope = RealMath.Log(above.Squares / moments.Squares) / RealMath.Log(step),
            LogSumMean = mean,
            LogSumVariance = spread,
            LogSquare = LogSquareOf(variance, mean, spread, classes),
            LogSlope = RealMath.Log(LogSquareOf(q * step, above.LogSumMean, above.LogSumVariance, classes) / LogSquareOf(q, moments.LogSumMean, moments.LogSumVariance, classes)) / RealMath.Log(step),
        };
    }

    /// <summary>y = z − L, L = ln Σe^z: E zL = q·E softmax(z) = q/K (Stein).</summary>
    private static double LogSquareOf(double q, double mean, double variance, int classes) =>
        Math.Max((q * (1 - (2.0 / classes))) + (mean * mean) + variance, 0);

    /// <summary>With S = Σe^z, 1/Sᵏ = ∫ tᵏ⁻¹e^{−tS} dt/(k − 1)! makes the expectation a product over the classes; and with E exponentially
    /// distributed, E/S lies above t with probability E e^{−tS}, so that ln E − ln(E/S) gives the moments of ln S.</summary>
    private static SoftmaxMoments Integrate(double q, int classes)
    {
        double deviation = Math.Sqrt(q), h = Math.Min(0.25, deviation / 2);
        int half = (int)(8 * deviation / h);
        double[] density = [.. Enumerable.Range(-half, (2 * half) + 1).Select(i => RealMath.NormalPdf(i * h / deviation))];
        double total = density.Sum();

        double first = -(8 * deviation) - RealMath.Log(classes) - 20, last = (8 * deviation) + 5;
        int count = (int)((last - first) / h);
        // w = t·e^z at every u + z, u = ln t: wᵏe^{−w}, and 1 − e^{−w}.
        double[] w = [.. Enumerable.Range(-half, count + (2 * half)).Select(i => RealMath.Exp(Math.Min(first + (i * h), 300)))];
        double[] decay = [.. w.Select(value => RealMath.Exp(-value))], rise = [.. w.Select(value => -RealMath.Expm1(-value))];

        double squares = 0, cubes = 0, fourths = 0, pairs = 0, mean = 0, meanSquare = 0;
        for (int i = 0; i < count; i++)
        {
            double two = 0, three = 0, four = 0, gone = 0;
            for (int j = 0; j < density.Length; j++)
            {
                double x = w[i + j], p = density[j] / total, e = decay[i + j] > 0 ? p * x * x * decay[i + j] : 0;
                two += e;
                three += e * x;
                four += e * x * x;
                gone += p * rise[i + j];
            }
            double logarithm = Math.Max(RealMath.Log1p(-Math.Min(gone, 1)), -1e300), others = RealMath.Exp((classes - 1) * logarithm), all = RealMath.Exp(classes * logarithm);
            squares += two * others;
            cubes += three * others / 2;
            fourths += four * others / 6;
            if (classes > 1)
                pairs += two * two * RealMath.Exp((classes - 2) * logarithm) / 6;
            // P(ln E/S > u) = all: E(u) and E(u²) by parts from where it is 1.
            mean += all;
            meanSquare += 2 * (first + (i * h)) * all;
        }
        // Trapezoid rule from where the probability is 1, with the first term of Euler and Maclaurin.
        mean = first + ((mean - 0.5) * h);
        meanSquare = (first * first) + ((meanSquare - first) * h) + (h * h / 6);
        double k = classes;
        return new(
            squares * h * k, cubes * h * k, ((fourths * k) + (pairs * k * (k - 1))) * h, 0,
            -EulerGamma - mean, Math.Max(meanSquare - (mean * mean) - PiSquaredOverSix, 0), 0, 0);
    }
}
