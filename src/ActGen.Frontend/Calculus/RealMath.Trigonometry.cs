using System.Globalization;
using System.Numerics;

namespace ActGen.Frontend.Calculus;

/// <summary>sin, cos, atan and powers, with the argument reduced exactly however large it is.</summary>
internal static partial class RealMath
{
    private const double HalfPi = 1.57079632679489661923;
    private const double TwoOverPi = 0.63661977236758134308;

    // fdlibm e_rem_pio2.c: π/2 in parts of 33 bits, so that n·part is exact for n < 2²⁰.
    private const double HalfPiHigh = 1.57079632673412561417e+00;
    private const double HalfPiMiddle = 6.07710050630396597660e-11;
    private const double HalfPiLow = 2.02226624879595063154e-21;

    /// <summary>Beyond, the quadrant is found with 2/π to 1,216 bits.</summary>
    private const double Near = 1e6;

    private const int BitsOfTwoOverPi = 1216;

    /// <summary>More than the significand has, so that what the window leaves out stays below its last bit.</summary>
    private const int GuardBits = 64;

    // Two bits for the quadrant, 128 behind the point, the guard.
    private static readonly BigInteger WindowMask = (BigInteger.One << (2 + 128 + GuardBits)) - 1;

    // ⌊2/π · 2¹²¹⁶⌋.
    private static readonly BigInteger TwoOverPiInteger = BigInteger.Parse(
        "0A2F9836E4E441529FC2757D1F534DDC0DB6295993C439041FE5163ABDEBBC561B7246E3A424D"
        + "D2E006492EEA09D1921CFE1DEB1CB129A73EE88235F52EBB4484E99C7026B45F7E413991D639"
        + "835339F49C845F8BBDF9283B1FF897FFDE05980FEF2F118B5A0A6D1F6D367ECF27CB09B74F46"
        + "3F669E5FEA2D7527BAC7EBE5F17B3D0739F78A5292EA6BFB5FB11F8D5D0856033046FC7B6BAB",
        NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static double Sin(double x)
    {
        if (double.IsNaN(x) || double.IsInfinity(x))
            return double.NaN;
        int quadrant = Quadrant(x, out double r);
        double value = (quadrant & 1) == 0 ? SinSeries(r) : CosSeries(r);
        return (quadrant & 2) == 0 ? value : -value;
    }

    public static double Cos(double x)
    {
        if (double.IsNaN(x) || double.IsInfinity(x))
            return double.NaN;
        int quadrant = Quadrant(x, out double r);
        double value = (quadrant & 1) == 0 ? CosSeries(r) : SinSeries(r);
        return ((quadrant + 1) & 2) == 0 ? value : -value;
    }

    public static double Atan(double x)
    {
        if (double.IsNaN(x) || x == 0)
            return x;
        double a = Math.Abs(x), inner = a > 1 ? 1 / a : a;
        // tan(θ/2) = t/(1 + √(1 + t²)), twice: the series starts below 0.2.
        double t = inner / (1 + Math.Sqrt(1 + (inner * inner)));
        t /= 1 + Math.Sqrt(1 + (t * t));
        double square = t * t, sum = 0;
        for (int k = 25; k >= 3; k -= 2)
            sum = ((1.0 / k) - sum) * square;
        double angle = 4 * (t - (t * sum));
        double value = a > 1 ? HalfPi - angle : angle;
        return x > 0 ? value : -value;
    }

    /// <summary>a to the power b; NaN where either is NaN, and where a is negative and b not an integer.</summary>
    public static double Pow(double a, double b)
    {
        if (double.IsNaN(a) || double.IsNaN(b))
            return double.NaN;
        if (Math.Abs(b) <= 64 && b == Math.Floor(b))
            return b < 0 ? 1 / WholePower(a, (int)-b) : WholePower(a, (int)b);
        if (a < 0)
        {
            double magnitude = Pow(-a, b);
            return b != Math.Floor(b) ? double.NaN : Math.Floor(b / 2) * 2 == b ? magnitude : -magnitude;
        }
        return a == 1 ? 1 : Exp(b * Log(a));
    }

    private static double WholePower(double a, int n)
    {
        double power = 1;
        for (; n > 0; n >>= 1, a *= a)
        {
            if ((n & 1) != 0)
                power *= a;
        }
        return power;
    }

    /// <summary>x = quadrant·π/2 + r, |r| ≤ π/4; the quadrant modulo 4.</summary>
    private static int Quadrant(double x, out double r)
    {
        if (Math.Abs(x) > Near)
            return FarQuadrant(x, out r);
        double n = Math.Floor((x * TwoOverPi) + 0.5);
        r = x - (n * HalfPiHigh) - (n * HalfPiMiddle) - (n * HalfPiLow);
        return (int)n & 3;
    }

    /// <summary>Payne and Hanek's reduction, in integers: x·2/π = m·2ᵉ·(2/π).</summary>
    private static int FarQuadrant(double x, out double r)
    {
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        int exponent = (int)(bits >> 52) - 1075;
        // Of 2/π only these bits matter: those above give whole turns, those below less than 2⁻¹²⁸ quadrants.
        int below = Math.Max(0, BitsOfTwoOverPi - exponent - 128 - GuardBits);
        BigInteger window = (TwoOverPiInteger >> below) & WindowMask;
        BigInteger product = ((bits & 0xFFFFFFFFFFFFF) | (1L << 52)) * window;
        // Quadrants, with 128 bits behind the point.
        int shift = BitsOfTwoOverPi - exponent - 128 - below;
        product = shift > 0 ? product >> shift : product << -shift;
        BigInteger whole = (product + (BigInteger.One << 127)) >> 128;
        double fraction = (double)(product - (whole << 128)) / 340282366920938463463374607431768211456.0;
        int quadrant = (int)(whole & 3);
        r = x > 0 ? fraction * HalfPi : -fraction * HalfPi;
        return x > 0 ? quadrant : -quadrant & 3;
    }

    private static double SinSeries(double r)
    {
        double square = r * r, sum = 0;
        for (int k = 18; k >= 2; k -= 2)
            sum = (1 - sum) * square / (k * (k + 1));
        return r - (r * sum);
    }

    private static double CosSeries(double r)
    {
        double square = r * r, sum = 0;
        for (int k = 18; k >= 2; k -= 2)
            sum = (1 - sum) * square / (k * (k - 1));
        return 1 - sum;
    }
}
