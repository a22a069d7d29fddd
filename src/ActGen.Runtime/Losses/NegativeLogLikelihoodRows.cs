namespace ActGen.CompilerServices;

/// <summary>−w[label]·x[label], for some rows.</summary>
internal static class NegativeLogLikelihoodRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Row losses and, unless <paramref name="gradient"/> is empty, the gradient divided by <paramref name="divisor"/>.</summary>
    public static void Run(ReadOnlySpan<T> logProbabilities, ReadOnlySpan<int> labels, Span<T> rowLosses, Span<T> gradient, int classes, ReadOnlySpan<T> classWeights, int ignoreIndex, double divisor)
    {
        gradient.Clear();
        T by = T.CreateTruncating(ClassWeighting<T>.OfGradient(divisor));
        for (int row = 0; row < labels.Length; row++)
        {
            int label = labels[row];
            if (label == ignoreIndex)
            {
                // Not even NaN leaks out of a row that does not count.
                rowLosses[row] = T.Zero;
                continue;
            }

            T weight = classWeights.IsEmpty ? T.One : classWeights[label];
            rowLosses[row] = weight == T.Zero ? T.Zero : -weight * logProbabilities.Slice(row * classes, classes)[label];
            if (!gradient.IsEmpty)
                gradient[(row * classes) + label] = -weight / by;
        }
    }
}
