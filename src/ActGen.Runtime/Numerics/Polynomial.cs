namespace ActGen.CompilerServices;

/// <summary>Polynomials by Horner's rule: c₀ + x·(c₁ + x·(c₂ + …)), one fused multiply-add per coefficient.</summary>
/// <remarks>Written flat, because the JIT stops inlining at a depth of about 20 calls.</remarks>
internal static class Polynomial
{
    /// <summary>Degree 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Evaluate<TVector>(TVector x, double c0, double c1, double c2)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector y = TVector.MultiplyAdd(TVector.Constant(c2), x, TVector.Constant(c1));
        return TVector.MultiplyAdd(y, x, TVector.Constant(c0));
    }

    /// <summary>Degree 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Evaluate<TVector>(TVector x, double c0, double c1, double c2, double c3)
        where TVector : unmanaged, ISimd<TVector> =>
        TVector.MultiplyAdd(Evaluate(x, c1, c2, c3), x, TVector.Constant(c0));

    /// <summary>Degree 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Evaluate<TVector>(TVector x, double c0, double c1, double c2, double c3, double c4)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector y = TVector.MultiplyAdd(TVector.Constant(c4), x, TVector.Constant(c3));
        y = TVector.MultiplyAdd(y, x, TVector.Constant(c2));
        y = TVector.MultiplyAdd(y, x, TVector.Constant(c1));
        return TVector.MultiplyAdd(y, x, TVector.Constant(c0));
    }

    /// <summary>Degree 5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Evaluate<TVector>(TVector x, double c0, double c1, double c2, double c3, double c4, double c5)
        where TVector : unmanaged, ISimd<TVector> =>
        TVector.MultiplyAdd(Evaluate(x, c1, c2, c3, c4, c5), x, TVector.Constant(c0));

    /// <summary>Degree 6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Evaluate<TVector>(TVector x, double c0, double c1, double c2, double c3, double c4, double c5, double c6)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector y = Evaluate(x, c2, c3, c4, c5, c6);
        y = TVector.MultiplyAdd(y, x, TVector.Constant(c1));
        return TVector.MultiplyAdd(y, x, TVector.Constant(c0));
    }

    /// <summary>Degree 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Evaluate<TVector>(TVector x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7, double c8)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector y = Evaluate(x, c4, c5, c6, c7, c8);
        y = TVector.MultiplyAdd(y, x, TVector.Constant(c3));
        y = TVector.MultiplyAdd(y, x, TVector.Constant(c2));
        y = TVector.MultiplyAdd(y, x, TVector.Constant(c1));
        return TVector.MultiplyAdd(y, x, TVector.Constant(c0));
    }

    /// <summary>Degree 9.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Evaluate<TVector>(TVector x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7, double c8, double c9)
        where TVector : unmanaged, ISimd<TVector> =>
        TVector.MultiplyAdd(Evaluate(x, c1, c2, c3, c4, c5, c6, c7, c8, c9), x, TVector.Constant(c0));

    /// <summary>Any degree, lowest coefficient first: a loop, for the double kernels, which have no speed to win.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TVector Evaluate<TVector>(TVector x, ReadOnlySpan<double> coefficients)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector y = TVector.Constant(coefficients[^1]);
        for (int k = coefficients.Length - 2; k >= 0; k--)
            y = TVector.MultiplyAdd(y, x, TVector.Constant(coefficients[k]));
        return y;
    }
}
