namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>factor·σ(x), and from the same exponential σ(−|x|).</summary>
    /// <remarks>The smaller of σ(x) and σ(−x) is 2ⁿ·q, the larger one minus it. Where σ(x) is the smaller, the factor is applied before
    /// 2ⁿ: x·σ(x) keeps its digits where σ(x) itself is denormal or rounds to 0.</remarks>
    /// <param name="x">Any value.</param>
    /// <param name="factor">At most 2⁶⁰ in magnitude where x &lt; −104.</param>
    /// <param name="small">σ(−|x|).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SigmoidProduct<TVector>(TVector x, TVector factor, out TVector small)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1);
        // Far enough for the product to vanish too, and n stays within what two factors 2^(n/2) reach.
        TVector a = TVector.AtMost(TVector.Abs(x), TVector.Constant(TVector.IsSingle ? 172 : 820));
        Exponential.Reduce(-a, out TVector n, out TVector high, out TVector low);
        TVector m = one + Exponential.MinusOne(high, low);
        TVector e = TVector.ScaleByPowerOfTwo(m, n);

        // m/(1 + e), corrected by its residual and by the rounding of 1 + e, as in Sigmoid.
        TVector denominator = one + e;
        TVector denominatorError = e - (denominator - one);
        TVector inverse = one / denominator;
        TVector q = m * inverse;
        TVector residual = TVector.MultiplyAdd(-q, denominatorError, TVector.MultiplyAdd(-q, denominator, m));
        q = TVector.MultiplyAdd(residual, inverse, q);

        small = TVector.ScaleByPowerOfTwo(q, n);
        return TVector.Select(TVector.GreaterThan(TVector.Zero, x), TVector.ScaleByPowerOfTwo(q * factor, n), factor * (one - small));
    }
}
