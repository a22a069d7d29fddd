namespace ActGen.CompilerServices;

/// <summary>−(1 − p)^γ·ln p, p = softmax(x)[label], γ the setting (Lin et al. 2017).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FocalError : ILabelLoss
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
        double focus = RealMath.Power(p.Rest, setting);
        // p·∂L/∂p = γ·p(1 − p)^(γ−1)·ln p − (1 − p)^γ; p·ln p is 0 where p is, and ln p/(1 − p) has the limit −1.
        double entropy = p.Value == 0 ? 0 : p.Value * (p.Rest == 0 ? -1 : p.Log / p.Rest);
        p.Finish(gradient, label, focus * ((setting * entropy) - 1));
        return focus == 0 ? 0 : -focus * p.Log;
    }
}
