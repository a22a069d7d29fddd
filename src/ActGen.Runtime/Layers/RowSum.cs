namespace ActGen.CompilerServices;

/// <summary>Gradients of learned parameters from each row's share: rows in chunks of <see cref="RowChunk.Rows"/> added plainly, chunk
/// results added in ascending order (rule 3 of the canonical orders).</summary>
internal static class RowSum<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Waits until all workers have their rows' shares; one worker then assigns the sums. Does nothing where nothing is learned.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="rowSums">rows × parameters.</param>
    /// <param name="result">One element per parameter, or empty.</param>
    public static void Combine(Work work, ReadOnlySpan<T> rowSums, Span<T> result)
    {
        if (result.IsEmpty)
            return;
        work.Synchronize();
        if (work.Worker == 0)
            Assign(work.Rows, rowSums, result);
    }

    /// <summary>The sums over all rows.</summary>
    public static void Assign(int rows, ReadOnlySpan<T> rowSums, Span<T> result)
    {
        for (int parameter = 0; parameter < result.Length; parameter++)
        {
            T total = T.Zero;
            for (int start = 0; start < rows; start += RowChunk.Rows)
            {
                T chunk = T.Zero;
                for (int row = start; row < Math.Min(start + RowChunk.Rows, rows); row++)
                    chunk += rowSums[(row * result.Length) + parameter];
                total = start == 0 ? chunk : total + chunk;
            }

            result[parameter] = total;
        }
    }
}
