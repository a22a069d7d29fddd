namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>eˣ.</summary>
    /// <remarks>2ⁿ·(1 + t); beyond the clamps the result is 0 or +∞ anyway. Monotone; 1 at 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        TVector clamped = TVector.AtMost(TVector.AtLeast(x, -Exponential.Vanishing<TVector>()), TVector.Constant(TVector.IsSingle ? 89 : 710));
        TVector m = Exponential.Mantissa<TVector, TPrecision>(clamped, out TVector n);
        return TVector.ScaleByPowerOfTwo(m, n);
    }

    /// <summary>eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => Exp<TVector, Accurate>(x);

    /// <summary>eˣ for x ≤ 0 or NaN, with the bits of <see cref="Exp{TVector}(TVector)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector ExpOfNegative<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector m = Exponential.Mantissa<TVector, Accurate>(TVector.AtLeast(x, -Exponential.Vanishing<TVector>()), out TVector n);
        return TVector.ScaleByPowerOfTwo(m, n);
    }
}
