namespace ActGen.CompilerServices;

/// <summary>(1 − p^q)/q, p = softmax(x)[label], q the setting in (0, 1] (Zhang &amp; Sabuncu 2018): cross-entropy for q → 0, half the L1 distance for q = 1.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GeneralizedCrossEntropyError : ILabelLoss
{
    /// <inheritdoc/>
    public static bool DividesByWeights => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Row<T, TVector>(ReadOnlySpan<T> outputs, int label, Span<T> gradient, double setting, double other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        LabelProbability<T, TVector> p = LabelProbability<T, TVector>.Of(outputs, label, gradient);
        p.Finish(gradient, label, -RealMath.Exp(setting * p.Log));
        return -RealMath.Expm1(setting * p.Log) / setting;
    }
}
