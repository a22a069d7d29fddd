namespace ActGen.CompilerServices;

/// <summary>ln(1 + e^−tx) for t = ±1.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SoftMarginError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Softplus(-t * x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => -t * VectorMath.Sigmoid(-t * x);
}
