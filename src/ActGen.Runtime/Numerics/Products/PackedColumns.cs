namespace ActGen.CompilerServices;

/// <summary>The columns of a large B, copied tile after tile into panels, in which the steps of a tile follow each other in memory, before all rows read them.</summary>
internal static unsafe class PackedColumns<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    // Copying B takes as long as multiplying ten to thirty rows, and gains nothing while B stays in the second-level cache or near it.
    private const long LeastMultiplyAdds = 128 * 1024 * 1024, NearBytes = 2 * 1024 * 1024;

    private const int MostVectors = 3;

    /// <summary>Whether copying is worth while.</summary>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C.</param>
    public static bool Pays(in ProductShape shape, nint rows, nint columns)
    {
        long elements = (long)shape.Steps * columns;
        return elements * sizeof(T) > NearBytes && elements * rows >= LeastMultiplyAdds && rows >= 2 * ProductRows<T, TVector>.Tall
            && (long)shape.Steps * MostVectors * TVector.Count * sizeof(T) <= PanelMemory.MostBytes;
    }

    /// <summary>Fills the memory with as many panels as it holds.</summary>
    /// <param name="b">B.</param>
    /// <param name="panel">The first panel.</param>
    /// <param name="room">Elements that there is room for, at least three vectors of columns.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="column">First column that is not done; advanced.</param>
    /// <param name="columns">Columns of B.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(T* b, T* panel, nint room, in ProductShape shape, ref nint column, nint columns)
    {
        nint next = column;
        while (TileColumns.Next(ref next, columns, TVector.Count, out TileColumns tile) && (room -= tile.Width(TVector.Count) * shape.Steps) >= 0)
        {
            T* from = b + tile.First;
            for (nint step = shape.Steps; step > 0; step--)
            {
                Prefetch.Elements(from + (Prefetch.StepsAhead * shape.StepStrideB), tile.Width(TVector.Count));
                // The vectors of the tile: where the last one overlaps, it does so in the panel too.
                TVector.Store(TVector.Load(in *from, 0), ref *panel, 0);
                if (tile.Vectors > 2)
                    TVector.Store(TVector.Load(in *(from + TVector.Count), 0), ref *(panel + TVector.Count), 0);
                TVector.Store(TVector.Load(in *(from + tile.ToLast), 0), ref *(panel + tile.ToLast), 0);
                from += shape.StepStrideB;
                panel += tile.Width(TVector.Count);
            }
            column = next;
        }
    }
}
