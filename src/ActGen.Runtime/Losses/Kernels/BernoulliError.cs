namespace ActGen.CompilerServices;

/// <summary>−t·ln x − (1 − t)·ln(1 − x), the logarithms not below −100; the derivative's denominator x(1 − x) not below 1e-12: both
/// as PyTorch's BCELoss has them, so that loss and gradient stay finite at 0 and 1.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BernoulliError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector floor = TVector.Constant(-100);
        TVector positive = TVector.Max(VectorMath.Log(x), floor), negative = TVector.Max(VectorMath.Log1p(-x), floor);
        return -TVector.MultiplyAdd(t, positive, (TVector.Constant(1) - t) * negative);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> =>
        (x - t) / TVector.Max((TVector.Constant(1) - x) * x, TVector.Constant(1e-12));
}
