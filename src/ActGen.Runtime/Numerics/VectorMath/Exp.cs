namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>eˣ.</summary>
    /// <remarks>2ⁿ·(1 + t); beyond the clamps the result is 0 or +∞ anyway. Monotone; 1 at 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector clamped = TVector.AtMost(TVector.AtLeast(x, -Exponential.Vanishing<TVector>()), TVector.Constant(TVector.IsSingle ? 89 : 710));
        Exponential.Reduce(clamped, out TVector n, out TVector high, out TVector low);
        TVector t = Exponential.MinusOne(high, low);
        return TVector.ScaleByPowerOfTwo(TVector.Constant(1) + t, n);
    }
}
