namespace ActGen.CompilerServices;

/// <summary>Σ_j≠y max(0, m − x_y + x_j)^p / classes, y the label, p (1 or 2) the setting, m the other one. PyTorch's <c>MultiMarginLoss</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MultiMarginError : ILabelLoss
{
    /// <inheritdoc/>
    public static bool DividesByWeights => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Row<T, TVector>(ReadOnlySpan<T> outputs, int label, Span<T> gradient, double setting, double other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        double ofLabel = double.CreateTruncating(outputs[label]), sum = 0, slopes = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double excess = other - ofLabel + double.CreateTruncating(outputs[i]);
            bool counts = i != label && !(excess <= 0);
            double slope = !counts ? 0 : (setting == 2 ? 2 * excess : double.IsNaN(excess) ? excess : 1) / outputs.Length;
            sum += !counts ? 0 : setting == 2 ? excess * excess : excess;
            slopes += slope;
            if (!gradient.IsEmpty)
                gradient[i] = T.CreateTruncating(slope);
        }

        if (!gradient.IsEmpty)
            gradient[label] = T.CreateTruncating(-slopes);
        return sum / outputs.Length;
    }
}
