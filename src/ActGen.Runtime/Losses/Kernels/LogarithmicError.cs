namespace ActGen.CompilerServices;

/// <summary>(ln(1 + x) − ln(1 + t))², x and t raised to the setting where they are below it, with derivative 0 there. Keras' mean squared logarithmic error.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LogarithmicError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector d = Difference(x, t, setting);
        return d * d;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector d = Difference(x, t, setting);
        TVector slope = (d + d) / (TVector.Constant(1) + x);
        return TVector.Select(TVector.GreaterThan(setting, x), TVector.Zero, slope);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Difference<TVector>(TVector x, TVector t, TVector least)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Log1p(TVector.Max(x, least)) - VectorMath.Log1p(TVector.Max(t, least));
}
