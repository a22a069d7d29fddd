namespace ActGen.CompilerServices;

/// <summary>The parts of the logarithm: ln(2ⁿ·(1 + f)) = n·ln 2 + f + rest(f) with 1 + f in [¾, 1½).</summary>
/// <remarks>That interval (and not [√½, √2)) makes 2⁻ⁿ·x − (1 − 2⁻ⁿ), the f of ln(1 + x), exact by Sterbenz' lemma.</remarks>
internal static class Logarithm
{
    /// <summary>n with a/2ⁿ in [¾, 1½), for a normal and finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exponent<TVector>(TVector a)
        where TVector : unmanaged, ISimd<TVector> =>
        TVector.Exponent(a * TVector.Constant(2d / 3)) + TVector.Constant(1);

    /// <summary>x = 2ⁿ·(1 + f), for x positive and finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split<TVector>(TVector x, out TVector n, out TVector f)
        where TVector : unmanaged, ISimd<TVector>
    {
        // Denormals have no exponent of their own: 2⁻¹⁰⁰ is far above them and 2⁶⁴ lifts the smallest far above it.
        TVector isSmall = TVector.GreaterThan(TVector.Constant(TVector.IsSingle ? 7.888609052210118e-31 : 1e-290), x);
        TVector a = TVector.Select(isSmall, x * TVector.Constant(18446744073709551616d), x);
        TVector exponent = Exponent(a);
        f = TVector.ScaleByPowerOfTwo(a, -exponent) - TVector.Constant(1);
        n = exponent - TVector.And(isSmall, TVector.Constant(64));
    }

    /// <summary>ln(1 + x) for x &gt; −1 and finite: the exponent comes from the rounded 1 + x, f = (1 + x)/2ⁿ − 1 from x itself,
    /// without rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OfOnePlus<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1);
        TVector n = Exponent(one + x);
        TVector power = TVector.ScaleByPowerOfTwo(one, -n);
        return Sum(n, TVector.MultiplyAdd(power, x, power - one));
    }

    /// <summary>n·ln 2 + ln(1 + f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sum<TVector>(TVector n, TVector f)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector nLn2 = n * TVector.Constant(Exponential.Ln2High<TVector>());
        TVector high = nLn2 + f;
        return high + (AddRest(f, n * TVector.Constant(Exponential.Ln2Low<TVector>())) + (f - (high - nLn2)));
    }

    /// <summary>ln x in two terms, good to ten bits more than the format has: what the logarithm of a power needs. For x positive and finite.</summary>
    /// <param name="x">The number.</param>
    /// <param name="low">The second term.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector InTwoTerms<TVector>(TVector x, out TVector low)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector two = TVector.Constant(2);
        Split(x, out TVector n, out TVector f);

        // ln(1 + f) = 2s + ⅔s³ + s⁵·Q(s²), s = f/(2 + f): s and s³ in two terms each.
        TVector denominator = two + f;
        TVector s = f / denominator;
        TVector sLow = TVector.NegatedMultiplyAdd(s, f - (denominator - two), TVector.NegatedMultiplyAdd(s, denominator, f)) / denominator;
        TVector z = s * s;
        TVector zLow = TVector.MultiplyAdd(two * s, sLow, TVector.MultiplySubtract(s, s, z));
        TVector cube = z * s;
        TVector cubeLow = TVector.MultiplyAdd(zLow, s, TVector.MultiplyAdd(z, sLow, TVector.MultiplySubtract(z, s, cube)));
        TVector twoThirds = TVector.Constant(TVector.IsSingle ? 0.6666666865348816 : 0.6666666666666666);
        TVector twoThirdsLow = TVector.Constant(TVector.IsSingle ? -1.986821492305628e-08 : 3.700743415417188e-17);
        TVector third = cube * twoThirds;
        TVector thirdLow = TVector.MultiplyAdd(cube, twoThirdsLow, TVector.MultiplyAdd(cubeLow, twoThirds, TVector.MultiplySubtract(cube, twoThirds, third)));
        TVector q = TVector.IsSingle ? Polynomial.Evaluate(z, 0.40000382, 0.28526157, 0.23865142) : Polynomial.Evaluate(z, PowerRest);

        TVector nLn2 = n * TVector.Constant(Exponential.Ln2High<TVector>());
        TVector first = nLn2 + (two * s);
        TVector firstLow = (two * s) - (first - nLn2);
        TVector second = first + third;
        TVector secondLow = third - (second - first);
        TVector rest = TVector.MultiplyAdd(n, TVector.Constant(Exponential.Ln2Low<TVector>()), (firstLow + secondLow) + TVector.MultiplyAdd(two, sLow, thirdLow));
        rest = TVector.MultiplyAdd(cube * z, q, rest);
        TVector high = second + rest;
        low = rest - (high - second);
        return high;
    }

    // ln(1 + f) − f + addend.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddRest<TVector>(TVector f, TVector addend)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector square = f * f;
        if (TVector.IsSingle)
        {
            TVector p = Polynomial.Evaluate(f, 0.33333337, -0.2500017, 0.19999778, -0.16655321, 0.14272459, -0.1272158, 0.117242135, -0.09190659, 0.038238507);
            return TVector.MultiplyAdd(square, TVector.MultiplyAdd(f, p, TVector.Constant(-0.5)), addend);
        }

        // With s = f/(2 + f): ln(1 + f) = 2·artanh(s) = f − (f²/2 − s·(f²/2 + R(s²))) (Sun's fdlibm, e_log.c).
        TVector s = f / (TVector.Constant(2) + f);
        TVector z = s * s;
        TVector rest = z * Polynomial.Evaluate(z, DoubleRest);
        TVector half = TVector.Constant(0.5) * square;
        return addend - (half - (s * (half + rest)));
    }

    // (2·artanh(s) − 2s − ⅔s³)/s⁵ in s², error 2⁻⁷².
    private static ReadOnlySpan<double> PowerRest =>
    [
        0.4, 0.28571428571426793, 0.22222222222728985, 0.1818181810876874, 0.15384621487108333, 0.1333301990399986, 0.11774742411164357,
        0.10331680606556848, 0.11591688920982132,
    ];

    // R(z)/z, z = s²: (2·artanh(s) − 2s)/s³, error 2⁻⁶⁵.
    private static ReadOnlySpan<double> DoubleRest =>
    [
        0.6666666666666666, 0.40000000000002056, 0.2857142857103349, 0.22222222255404347, 0.18181817219341473, 0.15384578350621025,
        0.13337119562354172, 0.11643594996301034, 0.12298140089775045,
    ];
}
