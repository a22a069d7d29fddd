namespace ActGen.CompilerServices;

/// <summary>|d|, d = x − t; the derivative at d = 0 is 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AbsoluteError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => TVector.Abs(x - t);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Sign(x - t);
}
