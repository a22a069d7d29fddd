namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>ln(1 + x).</summary>
    /// <remarks>Monotone; ±0 at ±0, −∞ at −1, NaN below.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log1p<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector y = TVector.CopySign(Logarithm.OfOnePlus(x), x);
        TVector minusOne = TVector.Constant(-1);

        y = TVector.Select(TVector.GreaterThan(TVector.Constant(double.PositiveInfinity), x), y, x);
        TVector outside = TVector.Select(TVector.AreEqual(x, minusOne), TVector.Constant(double.NegativeInfinity), TVector.Constant(double.NaN));
        return TVector.Select(TVector.GreaterThan(x, minusOne), y, outside);
    }
}
