namespace ActGen.CompilerServices;

/// <summary>A product over segments whose rows are positions of an image: convolutions forward, and their input gradients.</summary>
internal static unsafe class ImageProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>All lines and columns.</summary>
    /// <param name="a">First row of A.</param>
    /// <param name="segments">The steps; B of each at column 0.</param>
    /// <param name="count">Number of segments.</param>
    /// <param name="c">First row of C, at column 0.</param>
    /// <param name="shape">Strides.</param>
    /// <param name="lines">The rows.</param>
    /// <param name="first">First column.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="epilogue">What is stored. It may read a whole vector at each column.</param>
    public static void Run<TEpilogue>(T* a, ProductSegment<T>* segments, int count, T* c, in SegmentShape shape, ImageLines lines, nint first, nint columns, TEpilogue epilogue)
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        lines = lines.Joined(shape.RowStrideA, shape.RowStrideC);
        nint column = 0;
        while (SegmentColumns.Next<T, TVector>(ref column, columns, out TileColumns tile))
        {
            tile = tile with { First = first + tile.First };
            Tile<TEpilogue>(a, segments, count, c, in shape, lines, in tile, epilogue);
        }
    }

    /// <summary>All lines of the columns of a tile.</summary>
    public static void Tile<TEpilogue>(T* a, ProductSegment<T>* segments, int count, T* c, in SegmentShape shape, ImageLines lines, in TileColumns tile, TEpilogue epilogue)
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        T* rowC = c + tile.First;
        nint line = 0;
        if (tile.Vectors == 1 && LinePairs<T, TVector>.AreSupported)
        {
            for (; line + 1 < lines.Lines; line += 2)
            {
                CellsOfLinePair<T, TVector, TEpilogue> results = new(rowC, lines.LineStrideC, shape.RowStrideC, shape.Lanes, epilogue.Column(tile.First), epilogue);
                LinePairs<T, TVector>.Run(a, lines.LineStrideA, segments, segments + count, in shape, tile.First, (int)lines.Width, ref results);
                a += 2 * lines.LineStrideA;
                rowC += 2 * lines.LineStrideC;
            }
        }
        for (; line < lines.Lines; line++)
        {
            SegmentRows<T, TVector>.Run<TEpilogue>(a, segments, segments + count, rowC, in shape, lines.Width, in tile, epilogue);
            a += lines.LineStrideA;
            rowC += lines.LineStrideC;
        }
    }
}
