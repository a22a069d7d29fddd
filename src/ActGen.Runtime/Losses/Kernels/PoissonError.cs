namespace ActGen.CompilerServices;

/// <summary>x − t·ln(x + ε), ε the other setting, and with setting 1 Stirling's ln t! for t &gt; 1: the negative log-likelihood of a count t at rate x.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PoissonError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => x - (t * VectorMath.Log(x + other)) + LogPoissonError.Stirling(t, setting);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => TVector.Constant(1) - (t / (x + other));
}
