namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>1/(1 + e⁻ˣ).</summary>
    /// <remarks>With e = 2ⁿ·m = e^−|x|: 1/(1 + e), or m/(1 + e) times 2ⁿ for x &lt; 0; 2ⁿ comes last, so that denormal results are rounded
    /// once. Monotone, within [0, 1], ½ at 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1);
        TVector isNegative = TVector.GreaterThan(TVector.Zero, x);
        Exponential.OfMinusMagnitude(x, Exponential.Vanishing<TVector>(), out TVector m, out TVector n);
        TVector q = OverOnePlus(TVector.Select(isNegative, m, one), TVector.ScaleByPowerOfTwo(m, n));
        return TVector.ScaleByPowerOfTwo(q, TVector.And(isNegative, n));
    }

    // numerator/(1 + e) for 0 ≤ e ≤ 1: the product with the rounded inverse is at least half the numerator, so that the difference of
    // the two is exact (Sterbenz) and the residual numerator − q·(1 + e) has one rounding, whatever 1 + e lost.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector OverOnePlus<TVector>(TVector numerator, TVector e)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1);
        TVector inverse = one / (one + e);
        TVector q = numerator * inverse;
        return TVector.MultiplyAdd(TVector.MultiplyAdd(-q, e, numerator - q), inverse, q);
    }
}
