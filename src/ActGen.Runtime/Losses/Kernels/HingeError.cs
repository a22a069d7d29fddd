namespace ActGen.CompilerServices;

/// <summary>max(0, 1 − tx) for t = ±1; the derivative at tx = 1 is 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HingeError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => TVector.Max(TVector.Constant(1) - (t * x), TVector.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector margin = TVector.Constant(1) - (t * x);
        return TVector.Select(TVector.GreaterThan(margin, TVector.Zero), -t, TVector.Select(TVector.IsNaN(margin), margin, TVector.Zero));
    }
}
