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

    /// <summary>Beyond, the quadrant is found with the bits of 2/π that matter.</summary>
    private const double Near = 1e6;

    /// <summary>Words of the window of 2/π: two bits for the quadrant, 190 behind the point, of which a double next to a multiple of π/2 loses 62.</summary>
    private const int WindowWords = 6;

    /// <summary>2/π in words of 32 bits, with two words of zeros in front of the point.</summary>
    private static readonly uint[] TwoOverPiWords =
    [
        0, 0,
        0xA2F9836E, 0x4E441529, 0xFC2757D1, 0xF534DDC0, 0xDB629599, 0x3C439041, 0xFE5163AB, 0xDEBBC561, 0xB7246E3A, 0x424DD2E0,
        0x06492EEA, 0x09D1921C, 0xFE1DEB1C, 0xB129A73E, 0xE88235F5, 0x2EBB4484, 0xE99C7026, 0xB45F7E41, 0x3991D639, 0x835339F4,
        0x9C845F8B, 0xBDF9283B, 0x1FF897FF, 0xDE05980F, 0xEF2F118B, 0x5A0A6D1F, 0x6D367ECF, 0x27CB09B7, 0x4F463F66, 0x9E5FEA2D,
        0x7527BAC7, 0xEBE5F17B, 0x3D0739F7, 0x8A5292EA, 0x6BFB5FB1, 0x1F8D5D08, 0x56033046, 0xFC7B6BAB,
    ];

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

    /// <summary>Payne and Hanek's reduction, in integers: x·2/π = m·2ᵉ·(2/π). Bits of 2/π above the window give whole turns, those below
    /// less than 2⁻¹³⁶ quadrants.</summary>
    private static int FarQuadrant(double x, out double r)
    {
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        int start = 64 + (int)(bits >> 52) - 1075 - 2;
        ulong mantissa = (ulong)((bits & 0xFFFFFFFFFFFFF) | (1L << 52));
        uint low = (uint)mantissa, high = (uint)(mantissa >> 32);
        // m·window, its lowest word last; words above the window are whole turns too.
        var product = new uint[WindowWords];
        ulong carryLow = 0, carryHigh = 0;
        uint below = 0;
        for (int i = WindowWords - 1; i >= 0; i--)
        {
            uint word = Word(start + (32 * i));
            ulong lower = ((ulong)word * low) + carryLow, upper = ((ulong)below * high) + carryHigh;
            ulong sum = (lower & uint.MaxValue) + (upper & uint.MaxValue);
            product[i] = (uint)sum;
            carryLow = (lower >> 32) + (sum >> 32);
            carryHigh = upper >> 32;
            below = word;
        }
        int quadrant = (int)(product[0] >> 30);
        bool isAbove = (product[0] & 0x20000000) != 0;
        // The nearest quadrant: a fraction above ½ counts from the next one.
        double fraction = 0;
        for (int i = WindowWords - 1; i >= 0; i--)
        {
            uint word = i == 0 ? product[0] & 0x3FFFFFFF : product[i];
            uint digits = !isAbove ? word : i == 0 ? 0x3FFFFFFF - word : ~word;
            fraction = (fraction / 4294967296.0) + digits;
        }
        fraction /= 1073741824.0;
        if (isAbove)
        {
            quadrant++;
            fraction = -fraction;
        }
        r = x > 0 ? fraction * HalfPi : -fraction * HalfPi;
        return (x > 0 ? quadrant : -quadrant) & 3;
    }

    /// <summary>32 bits of 2/π.</summary>
    private static uint Word(int start)
    {
        int word = start >> 5, shift = start & 31;
        return shift == 0 ? TwoOverPiWords[word] : (TwoOverPiWords[word] << shift) | (TwoOverPiWords[word + 1] >> (32 - shift));
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
