namespace ActGen.CompilerServices;

/// <summary>x for t = 1, max(0, m − x) for t = −1, x a distance, m the setting. PyTorch's <c>HingeEmbeddingLoss</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HingeEmbeddingError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> =>
        TVector.Select(TVector.GreaterThan(t, TVector.Zero), x, TVector.Max(setting - x, TVector.Zero));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1), ofFar = TVector.Select(TVector.GreaterThan(setting, x), -one, TVector.Zero);
        return TVector.Select(TVector.IsNaN(x), x, TVector.Select(TVector.GreaterThan(t, TVector.Zero), one, ofFar));
    }
}
