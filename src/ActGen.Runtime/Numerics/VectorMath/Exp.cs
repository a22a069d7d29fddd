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
    /// <remarks>A masked logit, −∞ or far below the others, is the usual case of a power that vanishes, and so are the lanes behind a short row. Some
    /// processors take two hundred cycles for a result near the denormals, and for any that scaling makes vanish, but none for a product of normal
    /// numbers far below: so the power is made 2¹⁰⁰ times too large, and 2⁻¹⁰⁰ comes last, which rounds as before.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector ExpOfNegative<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        // Below 2⁻¹⁶⁰ (e^−111) a product of floats took no more than any other, and what it multiplies is normal down to e^−156 (of doubles e^−777).
        TVector large = TVector.Constant(1.2676506002282294e30), clamped = TVector.AtLeast(x, TVector.Constant(TVector.IsSingle ? -120 : -770));
        Exponential.Reduce(clamped, out TVector n, out TVector high, out TVector low);
        TVector m = TVector.MultiplyAdd(Exponential.MinusOne(high, low), large, large);
        return TVector.ScaleByPowerOfTwo(m, n) * TVector.Constant(7.888609052210118e-31);
    }
}
