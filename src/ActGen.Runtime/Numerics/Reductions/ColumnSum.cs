namespace ActGen.CompilerServices;

/// <summary>Sums over rows by plain additions in chunks (rule 3 of the canonical orders): bias gradients.</summary>
internal static unsafe class ColumnSum<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Stores the sums of all columns: four vectors at a time, whose additions do not wait for each other.</summary>
    /// <param name="source">First row.</param>
    /// <param name="stride">Elements from one row to the next.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="destination">Where the sums go.</param>
    /// <param name="columns">Columns, at least one vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store(T* source, nint stride, int rows, T* destination, nint columns)
    {
        // A vector beyond the last one is the last one again: the same sums, twice.
        nint count = TVector.Count, last = columns - count;
        for (nint first = 0; first < columns; first += 4 * count)
        {
            nint second = Math.Min(first + count, last), third = Math.Min(first + (2 * count), last), fourth = Math.Min(first + (3 * count), last);
            FourVectors(source, stride, rows, destination, Math.Min(first, last), second, third, fourth);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourVectors(T* source, nint stride, int rows, T* destination, nint first, nint second, nint third, nint fourth)
    {
        TVector total0 = TVector.Zero, total1 = TVector.Zero, total2 = TVector.Zero, total3 = TVector.Zero;
        for (int start = 0; start < rows; start += RowChunk.Rows)
        {
            TVector chunk0 = TVector.Zero, chunk1 = TVector.Zero, chunk2 = TVector.Zero, chunk3 = TVector.Zero;
            for (int row = Math.Min(RowChunk.Rows, rows - start); row > 0; row--)
            {
                chunk0 += TVector.Load(in *(source + first), 0);
                chunk1 += TVector.Load(in *(source + second), 0);
                chunk2 += TVector.Load(in *(source + third), 0);
                chunk3 += TVector.Load(in *(source + fourth), 0);
                source += stride;
            }

            total0 = start == 0 ? chunk0 : total0 + chunk0;
            total1 = start == 0 ? chunk1 : total1 + chunk1;
            total2 = start == 0 ? chunk2 : total2 + chunk2;
            total3 = start == 0 ? chunk3 : total3 + chunk3;
        }

        TVector.Store(total0, ref *(destination + first), 0);
        TVector.Store(total1, ref *(destination + second), 0);
        TVector.Store(total2, ref *(destination + third), 0);
        TVector.Store(total3, ref *(destination + fourth), 0);
    }

    /// <summary>Stores the sums of columns that one vector covers: four chunks at a time. Its lanes beyond them hold elements of the next row, which every row has but the last one.</summary>
    /// <param name="source">First row.</param>
    /// <param name="stride">Elements from one row to the next; all of them are columns.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="destination">Where the sums go.</param>
    /// <param name="lanes">Columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void StorePart(T* source, nint stride, int rows, T* destination, int lanes)
    {
        TVector total = TVector.Zero;
        nint chunk = RowChunk.Rows * stride;
        int start = 0;
        // The last row of all is no row of these.
        for (; start + (4 * RowChunk.Rows) < rows; start += 4 * RowChunk.Rows)
        {
            T* row = source + (start * stride);
            TVector chunk0 = TVector.Zero, chunk1 = TVector.Zero, chunk2 = TVector.Zero, chunk3 = TVector.Zero;
            for (int left = RowChunk.Rows; left > 0; left--, row += stride)
            {
                chunk0 += TVector.Load(in *row, 0);
                chunk1 += TVector.Load(in *(row + chunk), 0);
                chunk2 += TVector.Load(in *(row + (2 * chunk)), 0);
                chunk3 += TVector.Load(in *(row + (3 * chunk)), 0);
            }
            total = start == 0 ? chunk0 : total + chunk0;
            total = total + chunk1 + chunk2 + chunk3;
        }
        for (; start < rows; start += RowChunk.Rows)
        {
            TVector sum = TVector.Zero;
            int end = Math.Min(rows, start + RowChunk.Rows);
            for (int row = start; row < Math.Min(end, rows - 1); row++)
                sum += TVector.Load(in *(source + (row * stride)), 0);
            if (end == rows)
                sum += RowVector<T, TVector>.Load(source + ((rows - 1) * stride), lanes);
            total = start == 0 ? sum : total + sum;
        }

        RowVector<T, TVector>.Store(total, destination, lanes);
    }
}
