namespace ActGen.CompilerServices;

/// <summary>Sums over rows by plain additions in chunks (rule 3 of the canonical orders): bias gradients.</summary>
internal static unsafe class ColumnSum<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Stores the sums of one vector of columns.</summary>
    /// <param name="source">First row, at the first column.</param>
    /// <param name="stride">Elements from one row to the next.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="destination">Where the sums go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store(T* source, nint stride, int rows, T* destination)
    {
        TVector total = TVector.Zero;
        for (int start = 0; start < rows; start += RowChunk.Rows)
        {
            TVector chunk = TVector.Zero;
            for (int row = Math.Min(RowChunk.Rows, rows - start); row > 0; row--)
            {
                chunk += TVector.Load(in *source, 0);
                source += stride;
            }

            total = start == 0 ? chunk : total + chunk;
        }

        TVector.Store(total, ref *destination, 0);
    }
}
