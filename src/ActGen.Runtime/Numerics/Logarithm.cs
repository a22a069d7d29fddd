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

    // R(z)/z, z = s²: (2·artanh(s) − 2s)/s³, error 2⁻⁶⁵.
    private static ReadOnlySpan<double> DoubleRest =>
    [
        0.6666666666666666, 0.40000000000002056, 0.2857142857103349, 0.22222222255404347, 0.18181817219341473, 0.15384578350621025,
        0.13337119562354172, 0.11643594996301034, 0.12298140089775045,
    ];
}
