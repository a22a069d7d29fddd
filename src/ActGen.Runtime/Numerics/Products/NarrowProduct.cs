namespace ActGen.CompilerServices;

/// <summary>C = A·B with few columns: each output is four chains, of which each takes a quarter of the steps, added in ascending order (rule 1 of the canonical orders).</summary>
/// <remarks>With few columns a single chain would leave the multiply-add units idle: one row of 64 × 10 would be 64 instructions that wait for each other.
/// The four chains of an output run side by side in a row alone, one behind the other in a batch, where other rows fill the units.</remarks>
internal static unsafe class NarrowProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    // What fits into 32 vector registers, or into 16.
    private static int TallestPair => VectorRegisters.AreMany ? 6 : 3;

    private static int TallestSingle => VectorRegisters.AreMany ? 8 : 6;

    /// <summary>All rows and columns.</summary>
    /// <param name="a">A: rows × steps.</param>
    /// <param name="b">B: steps × columns.</param>
    /// <param name="c">C: rows × columns; may not overlap A or B.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="steps">Steps, at least 1.</param>
    /// <param name="columns">Columns, 1 to <see cref="Narrow.Columns"/>.</param>
    /// <param name="epilogue">What is stored. It may read a whole vector at each column.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TEpilogue>(T* a, T* b, T* c, nint rows, nint steps, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        if (rows == 1)
        {
            NarrowRow<T, TVector>.Run(a, b, c, steps, columns, in epilogue);
            return;
        }

        if (FewColumnsProduct<T, TVector>.Takes(rows, steps, columns))
        {
            FewColumnsProduct<T, TVector>.Run(a, b, c, rows, steps, columns, in epilogue);
            return;
        }
        if (steps <= FewStepsProduct<T, TVector>.Steps && columns >= TVector.Count)
        {
            FewStepsProduct<T, TVector>.Run(a, b, c, rows, steps, columns, in epilogue);
            return;
        }
        ProductShape shape = new(steps, steps, 1, columns, columns);
        if (columns < TVector.Count)
        {
            OneVector<TileExtent.Four, TEpilogue>(a, b, c, in shape, rows, 0, (int)columns, in epilogue);
            return;
        }
        WholeVectors<TileExtent.Four, TEpilogue>(a, b, c, in shape, rows, columns, in epilogue);
    }

    /// <summary>All rows of at least one vector of columns, by any number of chains.</summary>
    public static void WholeVectors<TChains, TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint rows, nint columns, scoped ref readonly TEpilogue epilogue)
        where TChains : unmanaged, ITileExtent
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        nint column = 0;
        while (ColumnPair.Next(ref column, columns, TVector.Count, out ColumnPair pair))
        {
            if (pair.Second >= 0)
                TwoVectors<TChains, TEpilogue>(a, b, c, in shape, rows, pair, in epilogue);
            else
                OneVector<TChains, TEpilogue>(a, b, c, in shape, rows, pair.First, TVector.Count, in epilogue);
        }
    }

    // Tiles of nearly equal heights: 32 rows are 6 + 6 + 5 + 5 + 5 + 5. A last tile of two rows would wait for its few chains.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoVectors<TChains, TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint rows, ColumnPair pair, scoped ref readonly TEpilogue epilogue)
        where TChains : unmanaged, ITileExtent
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        for (nint tiles = (rows + TallestPair - 1) / TallestPair; tiles > 0; tiles--)
        {
            nint height = (rows + tiles - 1) / tiles;
            switch (height)
            {
                case 1:
                    NarrowTile<T, TVector>.TwoVectors<TChains, TileExtent.One, TEpilogue>(a, b, c, in shape, pair.First, pair.Second, in epilogue);
                    break;
                case 2:
                    NarrowTile<T, TVector>.TwoVectors<TChains, TileExtent.Two, TEpilogue>(a, b, c, in shape, pair.First, pair.Second, in epilogue);
                    break;
                case 3:
                    NarrowTile<T, TVector>.TwoVectors<TChains, TileExtent.Three, TEpilogue>(a, b, c, in shape, pair.First, pair.Second, in epilogue);
                    break;
                case 4:
                    NarrowTile<T, TVector>.TwoVectors<TChains, TileExtent.Four, TEpilogue>(a, b, c, in shape, pair.First, pair.Second, in epilogue);
                    break;
                case 5:
                    NarrowTile<T, TVector>.TwoVectors<TChains, TileExtent.Five, TEpilogue>(a, b, c, in shape, pair.First, pair.Second, in epilogue);
                    break;
                default:
                    NarrowTile<T, TVector>.TwoVectors<TChains, TileExtent.Six, TEpilogue>(a, b, c, in shape, pair.First, pair.Second, in epilogue);
                    break;
            }
            rows -= height;
            a += height * shape.RowStrideA;
            c += height * shape.RowStrideC;
        }
    }

    /// <summary>All rows of the columns that one vector covers, by any number of chains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OneVector<TChains, TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint rows, nint column, int lanes, scoped ref readonly TEpilogue epilogue)
        where TChains : unmanaged, ITileExtent
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        for (nint tiles = (rows + TallestSingle - 1) / TallestSingle; tiles > 0; tiles--)
        {
            nint height = (rows + tiles - 1) / tiles;
            switch (height)
            {
                case 1:
                    NarrowTile<T, TVector>.OneVector<TChains, TileExtent.One, TEpilogue>(a, b, c, in shape, column, lanes, in epilogue);
                    break;
                case 2:
                    NarrowTile<T, TVector>.OneVector<TChains, TileExtent.Two, TEpilogue>(a, b, c, in shape, column, lanes, in epilogue);
                    break;
                case 3:
                    NarrowTile<T, TVector>.OneVector<TChains, TileExtent.Three, TEpilogue>(a, b, c, in shape, column, lanes, in epilogue);
                    break;
                case 4:
                    NarrowTile<T, TVector>.OneVector<TChains, TileExtent.Four, TEpilogue>(a, b, c, in shape, column, lanes, in epilogue);
                    break;
                case 5:
                    NarrowTile<T, TVector>.OneVector<TChains, TileExtent.Five, TEpilogue>(a, b, c, in shape, column, lanes, in epilogue);
                    break;
                case 6:
                    NarrowTile<T, TVector>.OneVector<TChains, TileExtent.Six, TEpilogue>(a, b, c, in shape, column, lanes, in epilogue);
                    break;
                case 7:
                    NarrowTile<T, TVector>.OneVector<TChains, TileExtent.Seven, TEpilogue>(a, b, c, in shape, column, lanes, in epilogue);
                    break;
                default:
                    NarrowTile<T, TVector>.OneVector<TChains, TileExtent.Eight, TEpilogue>(a, b, c, in shape, column, lanes, in epilogue);
                    break;
            }
            rows -= height;
            a += height * shape.RowStrideA;
            c += height * shape.RowStrideC;
        }
    }
}
