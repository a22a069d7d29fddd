namespace ActGen.CompilerServices;

/// <summary>eᵗ·(t − x), 0 where eᵗ is 0: <see cref="DivergenceError"/> with the logarithm of its target.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LogDivergenceError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector probability = VectorMath.Exp(t);
        return WeightedTerm.Of(probability, x, probability * (t - x));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => -VectorMath.Exp(t);
}
