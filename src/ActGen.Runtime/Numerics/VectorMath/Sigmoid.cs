namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>1/(1 + e⁻ˣ).</summary>
    /// <remarks>With e = 2ⁿ·m = e^−|x|: 1/(1 + e), or m/(1 + e) times 2ⁿ for x &lt; 0; 2ⁿ comes last, so that denormal results are rounded
    /// once. Monotone, within [0, 1], ½ at 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        TVector one = TVector.Constant(1);
        TVector isNegative = TVector.GreaterThan(TVector.Zero, x);
        Exponential.OfMinusMagnitude<TVector, TPrecision>(x, Exponential.Vanishing<TVector>(), out TVector m, out TVector n);
        TVector e = TVector.ScaleByPowerOfTwo(m, n);
        if (typeof(TPrecision) == typeof(Fast) && TVector.IsSingle)
            return TVector.Select(isNegative, e, one) / (one + e);
        TVector q = OverOnePlus<TVector, TPrecision>(TVector.Select(isNegative, m, one), e);
        return TVector.ScaleByPowerOfTwo(q, TVector.And(isNegative, n));
    }

    /// <summary>1/(1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => Sigmoid<TVector, Accurate>(x);

    // numerator/(1 + e) for 0 ≤ e ≤ 1: the product with the rounded inverse is at least half the numerator, so that the difference of
    // the two is exact (Sterbenz) and the residual numerator − q·(1 + e) has one rounding, whatever 1 + e lost.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector OverOnePlus<TVector, TPrecision>(TVector numerator, TVector e)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        TVector one = TVector.Constant(1);
        if (typeof(TPrecision) == typeof(Fast) && TVector.IsSingle)
            return numerator / (one + e);
        TVector inverse = one / (one + e);
        TVector q = numerator * inverse;
        return TVector.MultiplyAdd(TVector.NegatedMultiplyAdd(q, e, numerator - q), inverse, q);
    }
}
