namespace ActGen.CompilerServices;

/// <summary>The divisor of class losses over labels: the sum of the weights of the labels that count, PyTorch's rule.</summary>
internal static class ClassWeighting<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Σ w[label] in double, in row order; without weights the number of rows that count. 0 where nothing counts, so that the
    /// divisors of several batches add up to that of all their rows.</summary>
    /// <param name="labels">One per row.</param>
    /// <param name="weights">One per class, or empty.</param>
    /// <param name="ignoreIndex">Label of rows that do not count.</param>
    public static double Divisor(ReadOnlySpan<int> labels, ReadOnlySpan<T> weights, int ignoreIndex)
    {
        if (weights.IsEmpty)
            return labels.Length - labels.Count(ignoreIndex);
        double sum = 0;
        foreach (int label in labels)
        {
            if (label != ignoreIndex)
                sum += double.CreateTruncating(weights[label]);
        }

        return sum;
    }

    /// <summary>The mean over what counts; 0 where nothing does (PyTorch: NaN).</summary>
    public static double Mean(double sum, double divisor) => divisor == 0 ? 0 : sum / divisor;

    /// <summary>What gradients are divided by: where nothing counts the mean is 0 whatever the outputs are, and so is its gradient.</summary>
    public static double OfGradient(double divisor) => divisor == 0 ? double.PositiveInfinity : divisor;
}
