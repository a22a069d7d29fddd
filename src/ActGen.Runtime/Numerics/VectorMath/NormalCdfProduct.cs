namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>factor·Φ(x), Φ(x) and φ(x) from one exponential.</summary>
    /// <remarks>In the lower tail the factor is applied before the power of two: x·Φ(x) keeps its digits where Φ(x) is denormal or rounds to 0.</remarks>
    /// <param name="x">Any value.</param>
    /// <param name="factor">At most 2¹⁰ in magnitude where x &lt; −14.</param>
    /// <param name="cdf">Φ(x).</param>
    /// <param name="density">φ(x).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NormalCdfProduct<TVector>(TVector x, TVector factor, out TVector cdf, out TVector density)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector a = TVector.Abs(x);
        TVector clamped = ClampedForDensity(a);
        GaussianExponential(clamped, -0.5, out TVector n, out TVector t);
        density = Density(n, t);
        TVector mills = MillsRatio(clamped);
        cdf = CdfOf(x, a, TVector.ScaleByPowerOfTwo(TVector.MultiplyAdd(mills, t, mills), n));

        // factor·Φ(−a); a factor ∞ must not meet its own product.
        TVector scaled = mills * TVector.AtMost(factor, TVector.Constant(TVector.IsSingle ? float.MaxValue : double.MaxValue));
        TVector product = TVector.ScaleByPowerOfTwo(TVector.MultiplyAdd(scaled, t, scaled), n);
        return TVector.IsSingle
            ? TVector.Select(TVector.GreaterThan(x, TVector.Zero), factor - product, product)
            : TVector.Select(TVector.GreaterThan(TVector.Constant(-1), x), product, factor * cdf);
    }
}
