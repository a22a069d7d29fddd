namespace ActGen.CompilerServices;

/// <summary>The divisor of class losses over labels: the sum of the weights of the labels that count, PyTorch's rule.</summary>
internal static class ClassWeighting<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Σ w[label] in double, in row order; without weights the number of rows that count. Where that is 0 (every row ignored) it
    /// is 1, so that the loss and its gradient are 0; PyTorch gives NaN there.</summary>
    /// <param name="labels">One per row.</param>
    /// <param name="weights">One per class, or empty.</param>
    /// <param name="ignoreIndex">Label of rows that do not count.</param>
    public static double Divisor(ReadOnlySpan<int> labels, ReadOnlySpan<T> weights, int ignoreIndex)
    {
        double sum = 0;
        foreach (int label in labels)
        {
            if (label != ignoreIndex)
                sum += weights.IsEmpty ? 1 : double.CreateTruncating(weights[label]);
        }

        return sum == 0 ? 1 : sum;
    }
}
