namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>ln x.</summary>
    /// <remarks>Monotone; −∞ at ±0, NaN below.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        // Denormals have no exponent of their own: 2⁻¹⁰⁰ is far above them and 2⁶⁴ lifts the smallest far above it.
        TVector isSmall = TVector.GreaterThan(TVector.Constant(TVector.IsSingle ? 7.888609052210118e-31 : 1e-290), x);
        TVector a = TVector.Select(isSmall, x * TVector.Constant(18446744073709551616d), x);
        TVector exponent = Logarithm.Exponent(a);
        TVector f = TVector.ScaleByPowerOfTwo(a, -exponent) - TVector.Constant(1);
        TVector n = exponent - TVector.And(isSmall, TVector.Constant(64));
        TVector y = Logarithm.Sum(n, f);

        y = TVector.Select(TVector.GreaterThan(TVector.Constant(double.PositiveInfinity), x), y, x);
        TVector outside = TVector.Select(TVector.AreEqual(x, TVector.Zero), TVector.Constant(double.NegativeInfinity), TVector.Constant(double.NaN));
        return TVector.Select(TVector.GreaterThan(x, TVector.Zero), y, outside);
    }
}
