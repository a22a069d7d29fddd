namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>ln(1 + eˣ).</summary>
    /// <remarks>As it is written: both steps are monotone, so the result is (max(x, 0) + ln(1 + e^−|x|) is not: one term rises
    /// in steps while the other falls). The error of the exponential shrinks in the logarithm. x itself where x is large,
    /// eˣ where it is very negative.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softplus<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        // From here on 1 is below half a unit in the last place of eˣ, and e⁻ˣ below that of x.
        TVector limit = TVector.Constant(TVector.IsSingle ? 20 : 40);
        TVector y = Logarithm.OfOnePlus(Exp(TVector.AtMost(x, limit)));
        return TVector.Select(TVector.GreaterThan(x, limit), x, y);
    }

    /// <summary>−ln(1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LogSigmoid<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => -Softplus(-x);
}
