namespace ActGen.CompilerServices;

/// <summary>C = A·B of large matrices: the columns of a tile are copied into a panel, in which its steps follow each other in memory, before all rows read them.</summary>
/// <remarks>Where the rows of B are pages apart, the columns of a tile share so few sets of the caches that they stay in none of them, and no prefetch goes from one page to the next. A panel has neither trouble.
/// A is read as it lies: packing it cost more than it gained. A panel has all steps, so that each output is written once and no chain waits in memory for its other half.</remarks>
internal static unsafe class PackedProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    // Copying B takes as long as multiplying ten to thirty rows, and gains nothing while B stays in the second-level cache or near it.
    private const long LeastMultiplyAdds = 128 * 1024 * 1024, NearBytes = 2 * 1024 * 1024;

    // Rows of A that stay in the second-level cache beside a panel, while panel after panel goes by.
    private const int RowBytes = 256 * 1024, MostVectors = 3;

    // A of which all rows stay in the second-level cache beside a panel: then a panel is filled by the first rows that use it, and is still near for the others.
    private const int FewRowBytes = 512 * 1024;

    private static int Tall => ProductRows<T, TVector>.Tall;

    /// <summary>Whether copying is worth while.</summary>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C.</param>
    public static bool Pays(in ProductShape shape, nint rows, nint columns)
    {
        long elements = (long)shape.Steps * columns;
        return elements * sizeof(T) > NearBytes && elements * rows >= LeastMultiplyAdds && rows >= 2 * Tall
            && (long)shape.Steps * MostVectors * TVector.Count * sizeof(T) <= PanelMemory.Bytes;
    }

    /// <summary>All rows and columns.</summary>
    /// <param name="a">A.</param>
    /// <param name="b">B.</param>
    /// <param name="c">C; may not overlap A or B.</param>
    /// <param name="shape">Strides and length of the chains; three vectors of columns fit into <see cref="PanelMemory"/>.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C, at least one vector.</param>
    /// <param name="epilogue">What is stored.</param>
    public static void Run<TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint rows, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        Span<T> memory = PanelMemory.OfThread<T>();
        if (rows * shape.Steps * sizeof(T) <= FewRowBytes)
        {
            fixed (T* panel = memory)
                FewRows(a, b, c, panel, in shape, rows, columns, in epilogue);
            return;
        }
        nint block = nint.Max(2, RowBytes / (shape.Steps * sizeof(T)) / Tall) * Tall;
        fixed (T* panels = memory)
        {
            nint column = 0;
            while (column < columns)
            {
                nint first = column, height;
                Write(b, panels, memory.Length, in shape, ref column, columns);
                for (nint row = 0; row < rows; row += height)
                {
                    height = ProductRows<T, TVector>.Block(rows - row, block);
                    Multiply(a + (row * shape.RowStrideA), panels, c + (row * shape.RowStrideC), in shape, height, first, column, columns, in epilogue);
                }
            }
        }
    }

    /// <summary>Panel after panel, each with all rows.</summary>
    private static void FewRows<TEpilogue>(T* a, T* b, T* c, T* panel, in ProductShape shape, nint rows, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        nint column = 0;
        while (TileColumns.Next(ref column, columns, TVector.Count, out TileColumns tile))
        {
            AskForOutputs(c, in shape, rows, in tile);
            nint done = ProductRows<T, TVector>.RunFirst(a, b + tile.First, c + tile.First, panel, in shape, in tile, in epilogue);
            ProductShape packed = shape with { StepStrideB = Width(in tile) };
            ProductRows<T, TVector>.Run(a + (done * shape.RowStrideA), panel, c + (done * shape.RowStrideC) + tile.First, in packed, rows - done, in tile, in epilogue);
        }
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
        while (TileColumns.Next(ref next, columns, TVector.Count, out TileColumns tile) && (room -= Width(in tile) * shape.Steps) >= 0)
        {
            T* from = b + tile.First;
            for (nint step = shape.Steps; step > 0; step--)
            {
                Prefetch.Elements(from + (Prefetch.StepsAhead * shape.StepStrideB), Width(in tile));
                // The vectors of the tile: where the last one overlaps, it does so in the panel too.
                TVector.Store(TVector.Load(in *from, 0), ref *panel, 0);
                if (tile.Vectors > 2)
                    TVector.Store(TVector.Load(in *(from + TVector.Count), 0), ref *(panel + TVector.Count), 0);
                TVector.Store(TVector.Load(in *(from + tile.ToLast), 0), ref *(panel + tile.ToLast), 0);
                from += shape.StepStrideB;
                panel += Width(in tile);
            }
            column = next;
        }
    }

    /// <summary>The panels of the columns from <paramref name="column"/> to <paramref name="end"/>, one after the other, with the same rows.</summary>
    private static void Multiply<TEpilogue>(T* a, T* panel, T* c, in ProductShape shape, nint rows, nint column, nint end, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        while (column < end)
        {
            TileColumns.Next(ref column, columns, TVector.Count, out TileColumns tile);
            ProductShape packed = shape with { StepStrideB = Width(in tile) };
            AskForOutputs(c, in shape, rows, in tile);
            ProductRows<T, TVector>.Run(a, panel, c + tile.First, in packed, rows, in tile, in epilogue);
            panel += Width(in tile) * shape.Steps;
        }
    }

    /// <summary>What a tile stores to lines that only the memory has would hold up the tiles behind it.</summary>
    private static void AskForOutputs(T* c, in ProductShape shape, nint rows, in TileColumns tile)
    {
        for (nint row = 0; row < rows; row++)
            Prefetch.Elements(c + (row * shape.RowStrideC) + tile.First, Width(in tile));
    }

    /// <summary>Columns of a panel.</summary>
    private static nint Width(in TileColumns tile) => tile.ToLast + TVector.Count;
}
