namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>x·Φ(x), Φ(x) and φ(x) from one exponential.</summary>
    /// <remarks>max(x, 0) − a·Φ(−a), a = |x|: nothing is chosen between two results. A product that vanishes is made 2¹⁰⁰ times too large until its last
    /// multiplication, as in <see cref="ExpOfNegative{TVector}"/>: predictions of values far out took ten times as long. Φ and φ, which training keeps, take
    /// no more than anywhere else, so that they vanish slowly. The bits are those of <see cref="NormalCdfProduct{TVector}"/>.</remarks>
    /// <param name="x">Any value.</param>
    /// <param name="cdf">Φ(x).</param>
    /// <param name="density">φ(x).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NormalGate<TVector>(TVector x, out TVector cdf, out TVector density)
        where TVector : unmanaged, ISimd<TVector>
    {
        // Doubles, of gradient checks, do not hurry.
        if (!TVector.IsSingle)
            return NormalCdfProduct(x, TVector.AtLeast(x, TVector.Constant(-64)), out cdf, out density);

        // At the bound, the end of Mills' table, a product with 2⁻¹⁰⁰ is so far below the denormals that it costs no more than others.
        TVector a = TVector.AtMost(TVector.Abs(x), TVector.Constant(14.99));
        GaussianExponential(a, -0.5, out TVector n, out TVector t);
        density = Density(n, t);
        TVector mills = MillsRatio(a), scaled = mills * a;
        cdf = CdfOf(x, a, TVector.ScaleByPowerOfTwo(TVector.MultiplyAdd(mills, t, mills), n));
        TVector product = TVector.ScaleByPowerOfTwo(TVector.MultiplyAdd(scaled, t, scaled), n + TVector.Constant(100));
        // The bound −0 leaves +0 what it is, and −0 minus +0 is −0.
        return TVector.NegatedMultiplyAdd(product, TVector.Constant(7.888609052210118e-31), TVector.AtLeast(x, TVector.Constant(-0.0)));
    }
}
