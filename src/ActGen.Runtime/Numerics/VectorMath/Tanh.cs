namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>tanh x.</summary>
    /// <remarks>Odd bit for bit; ±1 from where the result rounds to it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        if (typeof(TPrecision) == typeof(Fast) && TVector.IsSingle)
            return TanhByQuotient(x);

        TVector one = TVector.Constant(1);
        TVector two = TVector.Constant(2);
        TVector a = TVector.Abs(x);
        if (!TVector.IsSingle)
        {
            // tanh a = −m/(2 + m), m = e^−2a − 1.
            TVector m = Expm1(-two * a);
            return TVector.CopySign(m / (two + m), x);
        }

        TVector s = a * a;
        TVector p = Polynomial.Evaluate(s, -0.33333296, 0.13332337, -0.053878974, 0.021483567, -0.007940827, 0.002297123, -0.00035715126);
        TVector small = TVector.MultiplyAdd(a * s, p, a);

        // From 9.02 on the result is 1.
        Exponential.Reduce(TVector.AtMost(a + a, TVector.Constant(20)), out TVector n, out TVector high, out TVector low);
        TVector power = TVector.ScaleByPowerOfTwo(one + Exponential.MinusOne(high, low), n);
        TVector large = one - (two / (power + one));
        return TVector.CopySign(TVector.Select(TVector.GreaterThan(one, a), small, large), x);
    }

    /// <summary>tanh x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => Tanh<TVector, Accurate>(x);

    // x·P(x²)/Q(x²), error 2⁻²⁵; from the bound on it rounds to 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector TanhByQuotient<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector bounded = TVector.AtMost(TVector.AtLeast(x, TVector.Constant(-9.02)), TVector.Constant(9.02));
        TVector s = bounded * bounded;
        TVector p = Polynomial.Evaluate(s, 1, 0.13379896, 0.0034942136, 2.0585183e-05, 1.3319165e-08);
        TVector q = Polynomial.Evaluate(s, 1, 0.46713212, 0.025871836, 0.00032833315, 7.762532e-07);
        return bounded * p / q;
    }
}
