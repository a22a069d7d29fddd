namespace ActGen.CompilerServices;

/// <summary>d², d = x − t.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SquaredError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector d = x - t;
        return d * d;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector d = x - t;
        return d + d;
    }
}
