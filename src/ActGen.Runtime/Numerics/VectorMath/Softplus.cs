namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>ln(1 + eˣ).</summary>
    /// <remarks>As it is written: both steps are monotone, so the result is (max(x, 0) + ln(1 + e^−|x|) is not: one term rises
    /// in steps while the other falls). The error of the exponential shrinks in the logarithm. x itself where x is large,
    /// eˣ where it is very negative.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softplus<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        if (typeof(TPrecision) == typeof(Fast) && TVector.IsSingle)
        {
            // max(x, 0) + ln(1 + e), e = e^−|x|: not monotone to the last digit, but without the logarithm's reduction.
            Exponential.OfMinusMagnitude<TVector, TPrecision>(x, Exponential.Vanishing<TVector>(), out TVector m, out TVector n);
            TVector e = TVector.ScaleByPowerOfTwo(m, n);
            TVector rest = Polynomial.Evaluate(e, -0.4999993, 0.33330423, -0.24957351, 0.19687997, -0.15331987, 0.10638411, -0.05723003, 0.019965742, -0.003264149);
            return TVector.AtLeastZero(x) + TVector.MultiplyAdd(e * e, rest, e);
        }

        // From here on 1 is below half a unit in the last place of eˣ, and e⁻ˣ below that of x.
        TVector limit = TVector.Constant(TVector.IsSingle ? 20 : 40);
        TVector y = Logarithm.OfOnePlus(Exp(TVector.AtMost(x, limit)));
        return TVector.Select(TVector.GreaterThan(x, limit), x, y);
    }

    /// <summary>ln(1 + eˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softplus<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => Softplus<TVector, Accurate>(x);

    /// <summary>−ln(1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LogSigmoid<TVector, TPrecision>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision => -Softplus<TVector, TPrecision>(-x);

    /// <summary>−ln(1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LogSigmoid<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => LogSigmoid<TVector, Accurate>(x);
}
