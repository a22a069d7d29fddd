namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>ln(1 + x).</summary>
    /// <remarks>The exponent comes from the rounded 1 + x, f = (1 + x)/2ⁿ − 1 from x itself, without rounding. Monotone; ±0 at ±0,
    /// −∞ at −1, NaN below.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log1p<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1);
        TVector n = Logarithm.Exponent(one + x);
        TVector power = TVector.ScaleByPowerOfTwo(one, -n);
        TVector f = TVector.MultiplyAdd(power, x, power - one);
        TVector y = TVector.CopySign(Logarithm.Sum(n, f, TVector.Zero), x);

        y = TVector.Select(TVector.GreaterThan(TVector.Constant(double.PositiveInfinity), x), y, x);
        TVector outside = TVector.Select(TVector.AreEqual(x, -one), TVector.Constant(double.NegativeInfinity), TVector.Constant(double.NaN));
        return TVector.Select(TVector.GreaterThan(x, -one), y, outside);
    }
}
