namespace ActGen.CompilerServices;

/// <summary>t·(ln t − x), 0 where t is 0: one term of the Kullback–Leibler divergence from probabilities e^x to probabilities t.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DivergenceError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => WeightedTerm.Of(t, x, t * (VectorMath.Log(t) - x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => -t;
}
