namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>factor·σ(x), and from the same exponential σ(−|x|).</summary>
    /// <remarks>Where σ(x) is the smaller of σ(x) and σ(−x), the factor is applied before the power of two: x·σ(x) keeps its digits where σ(x)
    /// itself is denormal or rounds to 0. Elsewhere the result is factor − factor·σ(−x).</remarks>
    /// <param name="x">Any value.</param>
    /// <param name="factor">At most 2⁶⁰ in magnitude where x &lt; −104, and below 2¹²⁷ where x &lt; 100.</param>
    /// <param name="small">σ(−|x|).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SigmoidProduct<TVector, TPrecision>(TVector x, TVector factor, out TVector small)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        // A factor ∞ must not meet its own product; below the bound the product with q ≤ √2 does not overflow.
        TVector finite = TVector.AtMost(factor, TVector.Constant(TVector.IsSingle ? 2.4e38 : 1.2e308));
        TVector product = SigmoidTail<TVector, TPrecision>(TVector.Or(x, TVector.Constant(-0.0)), finite, out small);
        return TVector.Select(TVector.GreaterThan(x, TVector.Zero), factor - product, product);
    }

    /// <summary>factor·σ(x) for x ≤ 0, and σ(x).</summary>
    /// <param name="x">At most 0, or NaN.</param>
    /// <param name="factor">At most 2⁶⁰ in magnitude where x &lt; −104, and below 2¹²⁷ elsewhere.</param>
    /// <param name="sigmoid">σ(x).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SigmoidTail<TVector, TPrecision>(TVector x, TVector factor, out TVector sigmoid)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        // Far enough for the product to vanish too, and n stays within what two factors 2^(n/2) reach.
        TVector m = Exponential.Mantissa<TVector, TPrecision>(TVector.AtLeast(x, TVector.Constant(TVector.IsSingle ? -172 : -820)), out TVector n);
        TVector q = OverOnePlus<TVector, TPrecision>(m, TVector.ScaleByPowerOfTwo(m, n));
        sigmoid = TVector.ScaleByPowerOfTwo(q, n);
        return TVector.ScaleByPowerOfTwo(q * factor, n);
    }
}
