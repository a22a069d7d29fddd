namespace ActGen.Runtime.Tests.Proofs.Definitions;

/// <summary>The real functions that <see cref="Math"/> lacks, in double, from their series: close to the last digit and slow.</summary>
internal static class RealFunctions
{
    /// <summary>ln(1 + x); the quotient undoes the rounding of 1 + x (Kahan, as in the HP-15C handbook).</summary>
    public static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : double.IsPositiveInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>erf, by series of positive terms (Abramowitz &amp; Stegun 7.1.6) or from the tail.</summary>
    public static double Erf(double x)
    {
        double a = Math.Abs(x);
        return Math.CopySign(a < 3 ? ErfSeries(a) : 1 - ErfcFraction(a), x);
    }

    /// <summary>1 − erf, without cancellation for large arguments.</summary>
    public static double Erfc(double x) => x < 0 ? 1 + Erf(-x) : x < 3 ? 1 - ErfSeries(x) : ErfcFraction(x);

    /// <summary>Φ.</summary>
    public static double NormalCdf(double x) => 0.5 * Erfc(-x / Math.Sqrt(2));

    /// <summary>φ.</summary>
    public static double NormalPdf(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    private static double ErfSeries(double x)
    {
        double term = x, sum = x;
        for (int n = 1; term > sum * 1e-18; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>The continued fraction of Abramowitz &amp; Stegun 7.1.14 from its tail, 200 terms: more than enough from 3 on.</summary>
    private static double ErfcFraction(double x)
    {
        double denominator = x;
        for (int n = 200; n >= 1; n--)
            denominator = x + (0.5 * n / denominator);
        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * denominator);
    }
}
