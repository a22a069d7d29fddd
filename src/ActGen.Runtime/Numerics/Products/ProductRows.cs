namespace ActGen.CompilerServices;

/// <summary>Any number of rows of C = A·B over the columns of one tile: tall tiles first, then what is left in shorter ones.</summary>
internal static unsafe class ProductRows<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Rows of the tallest tile of two vectors: twelve where there are 32 vector registers, six where there are 16.</summary>
    public static int Tall => VectorRegisters.AreMany ? 12 : 6;

    /// <summary>Rows to take at once of those that are left: as many as is best, but no last rows that are few. Their tiles would be flat, and read all of B for little.</summary>
    /// <param name="left">Rows that are left.</param>
    /// <param name="best">A multiple of <see cref="Tall"/>.</param>
    public static nint Block(nint left, nint best) => left < best + (2 * Tall) ? left : best;

    /// <summary>The most that <see cref="Block"/> gives of so many rows.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="best">As there.</param>
    public static nint HighestBlock(nint rows, nint best) => nint.Min(rows, best + (2 * Tall) - 1);

    /// <summary>All rows.</summary>
    /// <param name="a">First row of A.</param>
    /// <param name="b">Row 0 of B, at the first column of the tile.</param>
    /// <param name="c">First row of C, at the first column of the tile.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="epilogue">What is stored.</param>
    public static void Run<TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint rows, in TileColumns columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        if (columns.Vectors == 2)
            Rows<TileExtent.Two, TEpilogue>(a, b, c, in shape, rows, in columns, in epilogue);
        else if (columns.Vectors == 3)
            Rows<TileExtent.Three, TEpilogue>(a, b, c, in shape, rows, in columns, in epilogue);
        else
            Rows<TileExtent.One, TEpilogue>(a, b, c, in shape, rows, in columns, in epilogue);
    }

    /// <summary>The first rows, straight from B, whose columns are copied into a panel by the way.</summary>
    /// <param name="a">First row of A.</param>
    /// <param name="b">Row 0 of B, at the first column of the tile.</param>
    /// <param name="c">First row of C, at the first column of the tile.</param>
    /// <param name="panel">Where the columns of B are copied.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="epilogue">What is stored.</param>
    /// <returns>How many rows: at most <see cref="Tall"/>.</returns>
    public static nint RunFirst<TEpilogue>(T* a, T* b, T* c, T* panel, in ProductShape shape, in TileColumns columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        // As high as a tile of so many vectors may be.
        if (columns.Vectors == 3)
            return VectorRegisters.AreMany
                ? First<TileExtent.Eight, TileExtent.Three, TEpilogue>(a, b, c, panel, in shape, in columns, in epilogue)
                : First<TileExtent.Four, TileExtent.Three, TEpilogue>(a, b, c, panel, in shape, in columns, in epilogue);
        if (columns.Vectors == 2)
            return VectorRegisters.AreMany
                ? First<TileExtent.Twelve, TileExtent.Two, TEpilogue>(a, b, c, panel, in shape, in columns, in epilogue)
                : First<TileExtent.Six, TileExtent.Two, TEpilogue>(a, b, c, panel, in shape, in columns, in epilogue);
        return VectorRegisters.AreMany
            ? First<TileExtent.Twelve, TileExtent.One, TEpilogue>(a, b, c, panel, in shape, in columns, in epilogue)
            : First<TileExtent.Six, TileExtent.One, TEpilogue>(a, b, c, panel, in shape, in columns, in epilogue);
    }

    private static nint First<THeight, TVectors, TEpilogue>(T* a, T* b, T* c, T* panel, in ProductShape shape, in TileColumns columns, scoped ref readonly TEpilogue epilogue)
        where THeight : unmanaged, ITileExtent
        where TVectors : unmanaged, ITileExtent
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        ProductTile<T, TVector>.Run<THeight, TVectors, TileCopy.IntoPanel, TEpilogue>(a, b, c, panel, in shape, columns.First, columns.ToLast, in epilogue);
        return sizeof(THeight);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TVectors, TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint left, in TileColumns columns, scoped ref readonly TEpilogue epilogue)
        where TVectors : unmanaged, ITileExtent
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        if (Tall == 12)
        {
            // Two tiles of eight rows keep more chains going than one of twelve and one of four.
            for (; sizeof(TVectors) < 3 && (left >= 20 || left == 12); left -= 12)
                Tile<TileExtent.Twelve, TVectors, TEpilogue>(ref a, b, ref c, in shape, in columns, in epilogue);
            for (; left >= 8; left -= 8)
                Tile<TileExtent.Eight, TVectors, TEpilogue>(ref a, b, ref c, in shape, in columns, in epilogue);
        }
        else
        {
            for (; sizeof(TVectors) < 3 && left >= 6; left -= 6)
                Tile<TileExtent.Six, TVectors, TEpilogue>(ref a, b, ref c, in shape, in columns, in epilogue);
        }

        for (; left >= 4; left -= 4)
            Tile<TileExtent.Four, TVectors, TEpilogue>(ref a, b, ref c, in shape, in columns, in epilogue);
        if ((left & 2) != 0)
            Tile<TileExtent.Two, TVectors, TEpilogue>(ref a, b, ref c, in shape, in columns, in epilogue);
        if ((left & 1) != 0)
            Tile<TileExtent.One, TVectors, TEpilogue>(ref a, b, ref c, in shape, in columns, in epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile<THeight, TVectors, TEpilogue>(ref T* a, T* b, ref T* c, in ProductShape shape, in TileColumns columns, scoped ref readonly TEpilogue epilogue)
        where THeight : unmanaged, ITileExtent
        where TVectors : unmanaged, ITileExtent
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        ProductTile<T, TVector>.Run<THeight, TVectors, TileCopy.None, TEpilogue>(a, b, c, null, in shape, columns.First, columns.ToLast, in epilogue);
        a += sizeof(THeight) * shape.RowStrideA;
        c += sizeof(THeight) * shape.RowStrideC;
    }
}
