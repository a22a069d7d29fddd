namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>ln x.</summary>
    /// <remarks>Monotone; −∞ at ±0, NaN below.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        Logarithm.Split(x, out TVector n, out TVector f);
        TVector y = Logarithm.Sum(n, f);

        y = TVector.Select(TVector.GreaterThan(TVector.Constant(double.PositiveInfinity), x), y, x);
        TVector outside = TVector.Select(TVector.AreEqual(x, TVector.Zero), TVector.Constant(double.NegativeInfinity), TVector.Constant(double.NaN));
        return TVector.Select(TVector.GreaterThan(x, TVector.Zero), y, outside);
    }
}
