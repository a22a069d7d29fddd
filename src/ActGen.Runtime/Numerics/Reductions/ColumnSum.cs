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

    /// <summary>Stores the sums of columns that one vector covers. Its lanes beyond them hold elements of the next row, which every row has but the last one.</summary>
    /// <param name="source">First row.</param>
    /// <param name="stride">Elements from one row to the next; all of them are columns.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="destination">Where the sums go.</param>
    /// <param name="lanes">Columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void StorePart(T* source, nint stride, int rows, T* destination, int lanes)
    {
        TVector total = TVector.Zero;
        for (int start = 0; start < rows; start += RowChunk.Rows)
        {
            TVector chunk = TVector.Zero;
            int end = Math.Min(rows, start + RowChunk.Rows);
            for (int row = start; row < Math.Min(end, rows - 1); row++)
                chunk += TVector.Load(in *(source + (row * stride)), 0);
            if (end == rows)
                chunk += RowVector<T, TVector>.Load(source + ((rows - 1) * stride), lanes);
            total = start == 0 ? chunk : total + chunk;
        }

        RowVector<T, TVector>.Store(total, destination, lanes);
    }
}
