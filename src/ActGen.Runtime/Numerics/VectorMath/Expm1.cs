namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>eˣ − 1.</summary>
    /// <remarks>2ⁿ·(1 + r + u) − 1 with 2ⁿ·r + (2ⁿ − 1) kept as an unrounded sum h + e. Monotone; ±0 at ±0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Expm1<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        // Below −18 (−38) the result is −1 anyway.
        TVector clamped = TVector.AtMost(TVector.AtLeast(x, TVector.Constant(TVector.IsSingle ? -18 : -38)), TVector.Constant(TVector.IsSingle ? 89 : 710));
        Exponential.Reduce(clamped, out TVector n, out TVector high, out TVector low);
        TVector r = high + low;
        TVector q = TVector.IsSingle
            ? Polynomial.Evaluate(r, 0.5, 0.16666667, 0.041666478, 0.008333192, 0.0013933708, 0.00019958455)
            : Polynomial.Evaluate(r, Exponential.DoubleRest);
        TVector u = TVector.MultiplyAdd(r * r, q, low);

        // 2^128 overflows although its products with e^r < 1 do not: the last doubling is done at the end.
        TVector one = TVector.Constant(1);
        TVector split = TVector.AtMost(n, TVector.Constant(TVector.IsSingle ? 127 : 1023));
        TVector power = TVector.ScaleByPowerOfTwo(one, split);
        TVector minusOne = power - one;
        TVector minusOneError = (power - minusOne) - one;
        TVector h = TVector.MultiplyAdd(power, high, minusOne);
        TVector error = TVector.MultiplyAdd(power, high, minusOne - h) + minusOneError;
        TVector y = h + TVector.MultiplyAdd(power, u, error);
        return TVector.CopySign(TVector.MultiplyAdd(y, n - split, y), x);
    }
}
