namespace ActGen.CompilerServices;

/// <summary>−x[label], x log-probabilities.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NegativeLogLikelihood : ILabelLoss
{
    /// <inheritdoc/>
    public static bool DividesByWeights => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Row<T, TVector>(ReadOnlySpan<T> outputs, int label, Span<T> gradient, double setting, double other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        gradient.Clear();
        if (!gradient.IsEmpty)
            gradient[label] = -T.One;
        return -double.CreateTruncating(outputs[label]);
    }
}
