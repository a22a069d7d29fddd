namespace ActGen.CompilerServices;

/// <summary>d²/2β where |d| &lt; β, else |d| − ½β, d = x − t, β the setting (Girshick 2015). β = 0 is |d|.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SmoothAbsoluteError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector d = TVector.Abs(x - t), half = TVector.Constant(0.5);
        return TVector.Select(TVector.GreaterThan(setting, d), half * d * (d / setting), d - (half * setting));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector d = x - t;
        return TVector.Select(TVector.GreaterThan(setting, TVector.Abs(d)), d / setting, VectorMath.Sign(d));
    }
}
