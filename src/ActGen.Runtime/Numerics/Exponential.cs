namespace ActGen.CompilerServices;

/// <summary>The parts of e^x that all functions made of exponentials share: x = n·ln 2 + high + low, e^x = 2ⁿ·(1 + t).</summary>
internal static class Exponential
{
    /// <summary>The high part of ln 2: so few bits that n times it is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Ln2High<TVector>()
        where TVector : unmanaged, ISimd<TVector> => TVector.IsSingle ? 0.693145751953125 : 0.693147180559663;

    /// <summary>ln 2 minus its high part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Ln2Low<TVector>()
        where TVector : unmanaged, ISimd<TVector> => TVector.IsSingle ? 1.428606765330187e-6 : 2.8235290563031577e-13;

    /// <summary>A bound from which on e^−|x| rounds to 0: half the smallest denormal is e^−103.97 (e^−745.13).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Vanishing<TVector>()
        where TVector : unmanaged, ISimd<TVector> => TVector.Constant(TVector.IsSingle ? 104 : 746);

    /// <summary>The reduction of Cody and Waite (1980): n = rint(x/ln 2); high is exact, low is rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Reduce<TVector>(TVector x, out TVector n, out TVector high, out TVector low)
        where TVector : unmanaged, ISimd<TVector>
    {
        n = TVector.Round(x * TVector.Constant(1.4426950408889634));
        high = TVector.MultiplyAdd(n, TVector.Constant(-Ln2High<TVector>()), x);
        low = n * TVector.Constant(-Ln2Low<TVector>());
    }

    /// <summary>t = e^(high + low) − 1 for |high + low| ≤ ½·ln 2: r + r²·Q(r), the low part added last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector MinusOne<TVector>(TVector high, TVector low)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector r = high + low;
        TVector q = TVector.IsSingle
            ? Polynomial.Evaluate(r, 0.49999994, 0.16666518, 0.04166825, 0.0083689615, 0.0013822233)
            : Polynomial.Evaluate(r, DoubleRest);
        return high + TVector.MultiplyAdd(r * r, q, low);
    }

    /// <summary>eˣ = 2ⁿ·m, for x of magnitude up to a few hundred.</summary>
    /// <param name="x">The exponent.</param>
    /// <param name="n">An integer.</param>
    /// <returns>m in [1/√2, √2].</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Mantissa<TVector, TPrecision>(TVector x, out TVector n)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        if (typeof(TPrecision) == typeof(Fast) && TVector.IsSingle)
            return FastMantissa(x, out n);
        Reduce(x, out n, out TVector high, out TVector low);
        return TVector.Constant(1) + MinusOne(high, low);
    }

    // One rounded argument instead of two terms, and the polynomial with its 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector FastMantissa<TVector>(TVector x, out TVector n)
        where TVector : unmanaged, ISimd<TVector>
    {
        n = TVector.Round(x * TVector.Constant(1.4426950408889634));
        TVector r = TVector.MultiplyAdd(n, TVector.Constant(-Ln2Low<TVector>()), TVector.MultiplyAdd(n, TVector.Constant(-Ln2High<TVector>()), x));
        return Polynomial.Evaluate(r, 1, 1, 0.49999994, 0.16666518, 0.04166825, 0.0083689615, 0.0013822233);
    }

    /// <summary>e^−|x| = 2ⁿ·m.</summary>
    /// <param name="x">Any value.</param>
    /// <param name="bound">Larger magnitudes count as this one.</param>
    /// <param name="m">In [1/√2, √2].</param>
    /// <param name="n">An integer, at most 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OfMinusMagnitude<TVector, TPrecision>(TVector x, TVector bound, out TVector m, out TVector n)
        where TVector : unmanaged, ISimd<TVector>
        where TPrecision : struct, IPrecision
    {
        TVector minusMagnitude = TVector.Or(x, TVector.Constant(-0.0));
        m = Mantissa<TVector, TPrecision>(TVector.AtLeast(minusMagnitude, -bound), out n);
    }

    /// <summary>Q of the double kernels: (eʳ − 1 − r)/r², error 2⁻⁶⁴.</summary>
    public static ReadOnlySpan<double> DoubleRest =>
    [
        0.5, 0.16666666666666666, 0.04166666666666668, 0.008333333333334216, 0.0013888888888877451, 0.0001984126983832114,
        2.4801587340590614e-05, 2.7557323705264585e-06, 2.755725923996108e-07, 2.5048928420207968e-08, 2.091948708149719e-09,
        1.6924272136498136e-10,
    ];
}
