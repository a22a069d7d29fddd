namespace ActGen.Frontend.Calculus;

/// <summary>exp, log, tanh, erf, sin and their relatives in double from + − × ÷ alone: <c>System.Math</c> gives other last
/// bits on other platforms, and what the compiler computes must not depend on the machine. Relative error about 1e-15.</summary>
internal static partial class RealMath
{
    private const double Ln2High = 6.93147180369123816490e-01; // fdlibm e_exp.c: ln 2 in two parts, n·Ln2High is exact
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double InverseSqrt2 = 0.70710678118654752440;
    private const double TwoOverSqrtPi = 1.12837916709551257390;

    public static bool IsFinite(double x) => !double.IsNaN(x) && !double.IsInfinity(x);

    /// <summary>xⁿ by squares: no more steps than n has bits.</summary>
    public static double Power(double x, long exponent)
    {
        double power = 1;
        for (; exponent > 0; exponent >>= 1, x *= x)
            power *= (exponent & 1) == 1 ? x : 1;
        return power;
    }

    public static double Exp(double x)
    {
        if (double.IsNaN(x))
            return x;
        if (x > 709.8)
            return double.PositiveInfinity;
        if (x < -745.2)
            return 0;
        double n = Math.Floor((x / 0.69314718055994530942) + 0.5);
        double r = x - (n * Ln2High) - (n * Ln2Low);
        return Scale(1 + Expm1Series(r), (int)n);
    }

    public static double Expm1(double x)
    {
        if (double.IsNaN(x) || x == 0)
            return x;
        return Math.Abs(x) < 0.5 ? Expm1Series(x) : Exp(x) - 1;
    }

    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0)
            return double.NaN;
        if (x == 0)
            return double.NegativeInfinity;
        if (double.IsInfinity(x))
            return x;
        int exponent = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984; // 2^54: make it normal
            exponent = -54;
        }
        long bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }
        // ln m = 2 artanh((m−1)/(m+1)), |argument| ≤ 0.172
        double s = (m - 1) / (m + 1), s2 = s * s, sum = 0;
        for (int k = 23; k >= 3; k -= 2)
            sum = (sum + (1.0 / k)) * s2;
        return (exponent * Ln2High) + ((2 * s) + (2 * s * sum) + (exponent * Ln2Low));
    }

    public static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) ? u : u <= 0 ? Log(u) : Log(u) - ((u - 1 - x) / u);
    }

    public static double Tanh(double x)
    {
        if (double.IsNaN(x) || x == 0)
            return x;
        if (Math.Abs(x) > 20)
            return x > 0 ? 1 : -1;
        double e = Expm1(2 * Math.Abs(x)), t = e / (e + 2);
        return x > 0 ? t : -t;
    }

    public static double Sigmoid(double x)
    {
        double e = Exp(-Math.Abs(x));
        return x < 0 ? e / (1 + e) : 1 / (1 + e);
    }

    public static double Softplus(double x) => double.IsNaN(x) ? x : Math.Max(x, 0) + Log1p(Exp(-Math.Abs(x)));

    /// <summary>ln(cosh x); near 0 as ln(1 + 2 sinh²(x/2)).</summary>
    public static double LogCosh(double x)
    {
        double a = Math.Abs(x), e = Expm1(Math.Min(a, 1));
        return a > 1 ? a + Log1p(Exp(-2 * a)) - 0.69314718055994530942 : Log1p(0.5 * e * e / (1 + e));
    }

    public static double Erf(double x)
    {
        if (double.IsNaN(x))
            return x;
        double a = Math.Abs(x);
        double y = a < 2 ? ErfSeries(a) : 1 - ErfcFraction(a, -a * a);
        return x < 0 ? -y : x == 0 ? x : y;
    }

    /// <summary>1 − erf x, its tail included.</summary>
    public static double Erfc(double x)
    {
        if (double.IsNaN(x))
            return x;
        double a = Math.Abs(x);
        double tail = a < 2 ? 1 - ErfSeries(a) : ErfcFraction(a, -a * a);
        return x < 0 ? 2 - tail : tail;
    }

    /// <summary>Φ(x) = ½ erfc(−x/√2), its tail included.</summary>
    public static double NormalCdf(double x)
    {
        if (double.IsNaN(x))
            return x;
        double a = Math.Abs(x) * InverseSqrt2;
        double tail = a < 2 ? 0.5 * (1 - ErfSeries(a)) : 0.5 * ErfcFraction(a, -0.5 * x * x);
        return x < 0 ? tail : 1 - tail;
    }

    public static double NormalPdf(double x) => double.IsInfinity(x) ? 0 : 0.39894228040143267794 * Exp(-0.5 * x * x);

    /// <summary>Σ rᵏ/k!, k ≥ 1, for |r| ≤ ½.</summary>
    private static double Expm1Series(double r)
    {
        double sum = 0;
        for (int k = 17; k >= 2; k--)
            sum = (sum + 1) * r / k;
        return r + (r * sum);
    }

    /// <summary>erf x = 2/√π · e^{−x²} Σ 2ᵏ x^{2k+1}/(2k+1)!!: all terms positive (Abramowitz &amp; Stegun 7.1.6).</summary>
    private static double ErfSeries(double x)
    {
        double term = x, sum = x;
        for (int k = 1; k < 60 && term > sum * 1e-17; k++)
        {
            term *= 2 * x * x / ((2 * k) + 1);
            sum += term;
        }
        return TwoOverSqrtPi * Exp(-x * x) * sum;
    }

    /// <summary>erfc x = e^{−x²}/√π · 1/(x + ½/(x + 1/(x + 3⁄2/(x + …)))) (Abramowitz &amp; Stegun 7.1.14), x ≥ 2;
    /// the exponent comes from the caller, who knows −x² without the rounding of x.</summary>
    private static double ErfcFraction(double x, double exponent)
    {
        if (x > 27.3)
            return 0;
        // Convergence of the fraction: e^(−x√(8n)); 100 terms at 2.
        double f = x;
        for (int k = 16 + (int)(340 / (x * x)); k >= 1; k--)
            f = x + (0.5 * k / f);
        return 0.5 * TwoOverSqrtPi * Exp(exponent) / f;
    }

    private static double Scale(double value, int exponent)
    {
        int half = exponent / 2;
        return value * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
