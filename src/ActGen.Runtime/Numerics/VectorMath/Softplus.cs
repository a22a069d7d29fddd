namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>ln(1 + eˣ).</summary>
    /// <remarks>max(x, 0) + ln(1 + e^−|x|), with the rounding error of the exponential carried into the logarithm.
    /// Monotone; x itself where x is large, eˣ where it is very negative.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softplus<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1);
        TVector half = TVector.Constant(0.5);
        TVector a = TVector.AtMost(TVector.Abs(x), Exponential.Vanishing<TVector>());
        Exponential.Reduce(-a, out TVector n, out TVector high, out TVector low);
        TVector t = Exponential.MinusOne(high, low);
        TVector m = one + t;
        TVector e = TVector.ScaleByPowerOfTwo(m, n);
        TVector eError = TVector.ScaleByPowerOfTwo(t - (m - one), n);

        // 1 + e lies in [1, 2]: one halving brings it into [¾, 1½).
        TVector isLarge = TVector.GreaterThanOrEqual(e, half);
        TVector f = TVector.Select(isLarge, TVector.MultiplyAdd(half, e, -half), e);
        TVector fError = TVector.Select(isLarge, half * eError, eError);
        TVector extra = TVector.MultiplyAdd(-f, fError, fError);
        return TVector.AtLeast(x, TVector.Zero) + Logarithm.Sum(TVector.And(isLarge, one), f, extra);
    }

    /// <summary>−ln(1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LogSigmoid<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => -Softplus(-x);
}
