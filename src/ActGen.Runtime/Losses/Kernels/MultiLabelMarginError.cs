namespace ActGen.CompilerServices;

/// <summary>Σ max(0, 1 − (x_i − x_j)) over all pairs of a right class i (t ≥ ½) and a wrong one j, divided by the classes. PyTorch's <c>MultiLabelMarginLoss</c>,
/// whose targets are lists of classes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MultiLabelMarginError : IRowLoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Row<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, Span<T> gradient, double setting, double other)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T half = T.CreateTruncating(0.5);
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            bool isRight = targets[i] >= half;
            double x = double.CreateTruncating(outputs[i]);
            // A target that is no number is neither right nor wrong: it shows.
            double pairs = T.IsNaN(targets[i]) ? double.NaN : 0;
            sum += pairs;
            for (int j = 0; j < outputs.Length; j++)
            {
                if (targets[j] >= half == isRight)
                    continue;
                double difference = isRight ? x - double.CreateTruncating(outputs[j]) : double.CreateTruncating(outputs[j]) - x;
                double excess = 1 - difference;
                // At a margin of exactly 1 the pair costs nothing and pulls nothing; NaN stays visible.
                if (excess <= 0)
                    continue;
                pairs += double.IsNaN(excess) ? excess : 1;
                sum += isRight ? excess : 0;
            }

            if (!gradient.IsEmpty)
                gradient[i] = T.CreateTruncating((isRight ? -pairs : pairs) / outputs.Length);
        }

        return sum / outputs.Length;
    }
}
