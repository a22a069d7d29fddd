namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>1/(1 + e⁻ˣ).</summary>
    /// <remarks>With e = 2ⁿ·m = e^−|x|: 1/(1 + e), or e/(1 + e) for x &lt; 0, the quotient corrected by its residual and by the rounding
    /// of 1 + e; 2ⁿ comes last, so that denormal results are rounded once. Monotone, within [0, 1], ½ at 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1);
        TVector isNegative = TVector.GreaterThan(TVector.Zero, x);
        TVector a = TVector.AtMost(TVector.Abs(x), Exponential.Vanishing<TVector>());
        Exponential.Reduce(-a, out TVector n, out TVector high, out TVector low);
        TVector m = one + Exponential.MinusOne(high, low);
        TVector e = TVector.ScaleByPowerOfTwo(m, n);

        TVector denominator = one + e;
        TVector denominatorError = e - (denominator - one);
        TVector numerator = TVector.Select(isNegative, m, one);
        TVector inverse = one / denominator;
        TVector q = numerator * inverse;
        TVector residual = TVector.MultiplyAdd(-q, denominatorError, TVector.MultiplyAdd(-q, denominator, numerator));
        q = TVector.MultiplyAdd(residual, inverse, q);
        return TVector.ScaleByPowerOfTwo(q, TVector.And(isNegative, n));
    }
}
