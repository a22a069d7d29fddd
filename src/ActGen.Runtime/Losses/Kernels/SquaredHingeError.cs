namespace ActGen.CompilerServices;

/// <summary>max(0, 1 − tx)² for t = ±1.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SquaredHingeError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector margin = TVector.Max(TVector.Constant(1) - (t * x), TVector.Zero);
        return margin * margin;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => TVector.Constant(-2) * t * TVector.Max(TVector.Constant(1) - (t * x), TVector.Zero);
}
