namespace ActGen.CompilerServices;

/// <summary>100·|x − t| / max(|t|, ε), ε the setting. Keras' mean absolute percentage error.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PercentageError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => TVector.Constant(100) * (TVector.Abs(x - t) / TVector.Max(TVector.Abs(t), setting));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => TVector.Constant(100) * (VectorMath.Sign(x - t) / TVector.Max(TVector.Abs(t), setting));
}
