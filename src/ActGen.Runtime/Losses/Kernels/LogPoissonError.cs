namespace ActGen.CompilerServices;

/// <summary>eˣ − t·x, and with setting 1 Stirling's ln t! for t &gt; 1: the negative log-likelihood of a count t at rate eˣ.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LogPoissonError : IElementLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Loss<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Exp(x) - (t * x) + Stirling(t, setting);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gradient<TVector>(TVector x, TVector t, TVector setting, TVector other)
        where TVector : unmanaged, ISimd<TVector> => VectorMath.Exp(x) - t;

    /// <summary>t ln t − t + ½ ln 2πt for t above 1, times the setting.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Stirling<TVector>(TVector t, TVector setting)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1);
        TVector approximation = (t * VectorMath.Log(t)) - t + (TVector.Constant(0.5) * VectorMath.Log(TVector.Constant(2 * double.Pi) * t));
        return TVector.Select(TVector.And(TVector.GreaterThan(t, one), TVector.AreEqual(setting, one)), approximation, TVector.Zero);
    }
}
