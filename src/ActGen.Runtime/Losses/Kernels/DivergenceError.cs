namespace ActGen.CompilerServices;

/// <summary>t·(ln t − x), 0 where t is 0: one term of the Kullback–Leibler divergence from probabilities e^x to probabilities t.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DivergenceError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => OfShare(t, x, t * (VectorMath.Log(t) - x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => -t;

    /// <summary>0 for a share of 0, whose term is 0·∞ where x is −∞; NaN stays visible.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector OfShare<TVector>(TVector share, TVector x, TVector term)
        where TVector : unmanaged, ISimd<TVector> =>
        TVector.Select(TVector.AreEqual(share, TVector.Zero), TVector.Select(TVector.IsNaN(x), x, TVector.Zero), term);
}
