namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>±1 with the sign of x; ±0 at ±0, NaN at NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sign<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> =>
        TVector.Select(TVector.Or(TVector.AreEqual(x, TVector.Zero), TVector.IsNaN(x)), x, TVector.CopySign(TVector.Constant(1), x));
}
