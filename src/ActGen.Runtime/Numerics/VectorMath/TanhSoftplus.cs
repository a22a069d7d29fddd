namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>tanh(ln(1 + eˣ)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector TanhSoftplus<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => TanhSoftplus<TVector, TPrecision>(x, out _);

    /// <summary>Its derivative, sech²(ln(1 + eˣ))·σ(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector TanhSoftplusSlope<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        TanhSoftplus<TVector, TPrecision>(x, out TVector slope);
        return slope;
    }

    /// <summary>tanh(ln(1 + eˣ)) and its derivative from one exponential.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector TanhSoftplus<TVector, TPrecision>(TVector x, out TVector slope)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        TanhSoftplusProduct<TVector, TPrecision>(x, TVector.Constant(1), out TVector tanh, out slope);
        return tanh;
    }

    /// <summary>factor·tanh(ln(1 + eˣ)), the function without the factor, and its derivative, from one exponential.</summary>
    /// <remarks>With e = eˣ the function is e(e + 2)/d, d = e² + 2e + 2: 1 − 2/d, or e·(1 − (e² + e)/d), whichever subtracts less than half;
    /// fast it is the quotient itself. The factor is applied before the power of two, so that the product keeps its digits where the function is
    /// denormal. The derivative is 4(e² + e)/d².</remarks>
    /// <param name="x">Any value.</param>
    /// <param name="factor">At most 2⁶⁰ in magnitude where x &lt; −104, and below 2⁹⁶ where x &lt; 20.</param>
    /// <param name="tanh">The function.</param>
    /// <param name="slope">Its derivative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector TanhSoftplusProduct<TVector, TPrecision>(TVector x, TVector factor, out TVector tanh, out TVector slope)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        // From the upper bound on the function is 1; below the lower one the product vanishes too, and n stays within what two factors 2^(n/2) reach.
        TVector two = TVector.Constant(2), limit = TVector.Constant(TVector.IsSingle ? 20 : 40);
        TVector bounded = TVector.AtMost(TVector.AtLeast(x, TVector.Constant(TVector.IsSingle ? -172 : -820)), limit);
        TVector m = Exponential.Mantissa<TVector, TPrecision>(bounded, out TVector n);
        TVector e = TVector.ScaleByPowerOfTwo(m, n);
        TVector s = TVector.MultiplyAdd(e, e, e), plusTwo = e + two;
        TVector denominator = s + plusTwo, inverse = TVector.Constant(1) / denominator;
        TVector product;
        if (typeof(TPrecision) == typeof(Fast) && TVector.IsSingle)
        {
            tanh = e * plusTwo * inverse;
            slope = TVector.Constant(4) * s * inverse * inverse;
            product = TVector.ScaleByPowerOfTwo(factor * m * plusTwo / denominator, n);
        }
        else
        {
            TVector isNegative = TVector.GreaterThan(TVector.Zero, x);
            TVector missing = TVector.Select(isNegative, s, two) / denominator;
            TVector whole = TVector.Select(isNegative, e, TVector.Constant(1));
            tanh = TVector.NegatedMultiplyAdd(whole, missing, whole);
            slope = missing * inverse * TVector.Select(isNegative, TVector.Constant(4), s + s);
            TVector leading = TVector.Select(isNegative, factor * m, factor);
            // Of −0 the sum is +0: the sign is the factor's.
            product = TVector.CopySign(TVector.ScaleByPowerOfTwo(TVector.NegatedMultiplyAdd(leading, missing, leading), TVector.And(isNegative, n)), factor);
        }

        // An infinite factor must not meet itself.
        return TVector.Select(TVector.GreaterThan(x, limit), factor, product);
    }
}
