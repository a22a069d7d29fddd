namespace ActGen.CompilerServices;

/// <summary>½d² where |d| ≤ δ, else δ(|d| − ½δ), d = x − t (Huber 1964).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HuberError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector d = TVector.Abs(x - t), half = TVector.Constant(0.5);
        return TVector.Select(TVector.GreaterThan(d, setting), setting * (d - (half * setting)), half * d * d);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => TVector.Max(-setting, TVector.Min(setting, x - t));
}
