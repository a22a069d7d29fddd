namespace ActGen.CompilerServices;

/// <summary>−p·t·ln σ(x) − (1 − t)·ln σ(−x), p the weight of the positives.</summary>
/// <remarks>Written as c·|x| + w·ln(1 + e^−|x|) with c = 1 − t for x ≥ 0 and p·t for x &lt; 0, w = 1 + (p − 1)·t: for targets in [0, 1]
/// no term is negative, so nothing cancels, and nothing overflows before the loss does.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LogisticError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector magnitude = TVector.Abs(x), slope = Slope(x, t, setting);
        return TVector.MultiplyAdd(Weight(t, setting), VectorMath.Softplus(-magnitude), WeightedTerm.Of(slope, magnitude));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector>
    {
        // ∂/∂|x| = c − w·σ(−|x|); the sign of x makes it ∂/∂x.
        TVector derivative = TVector.MultiplyAdd(-Weight(t, setting), VectorMath.Sigmoid(-TVector.Abs(x)), Slope(x, t, setting));
        return TVector.Select(TVector.GreaterThanOrEqual(x, TVector.Zero), derivative, -derivative);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Slope<TVector>(TVector x, TVector t, TVector positiveWeight)
        where TVector : unmanaged, ISimd<TVector> =>
        TVector.Select(TVector.GreaterThanOrEqual(x, TVector.Zero), TVector.Constant(1) - t, positiveWeight * t);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Weight<TVector>(TVector t, TVector positiveWeight)
        where TVector : unmanaged, ISimd<TVector> => TVector.MultiplyAdd(positiveWeight - TVector.Constant(1), t, TVector.Constant(1));
}
