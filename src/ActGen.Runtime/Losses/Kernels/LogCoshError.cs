namespace ActGen.CompilerServices;

/// <summary>ln cosh d, d = x − t; its derivative is tanh d.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LogCoshError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        // With u = e^|d| − 1: cosh d = 1 + u²/2(1 + u), which keeps the digits of a small d. With u = e^−2|d| − 1: ln cosh d = |d| + ln(1 + (1 + u)) − ln 2.
        TVector d = TVector.Abs(x - t), one = TVector.Constant(1);
        TVector isLarge = TVector.GreaterThan(d, one);
        TVector u = VectorMath.Expm1(TVector.Select(isLarge, TVector.Constant(-2) * d, d));
        TVector above = TVector.Select(isLarge, one + u, u * u / (TVector.Constant(2) * (one + u)));
        return VectorMath.Log1p(above) + TVector.Select(isLarge, d - TVector.Constant(0.6931471805599453), TVector.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Tanh(x - t);
}
