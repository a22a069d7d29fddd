namespace ActGen.CompilerServices;

/// <summary>Any number of rows of a product over segments, over the columns of one tile: in tiles of nearly equal heights, so that none of them waits for a few chains.</summary>
internal static unsafe class SegmentRows<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>All rows.</summary>
    /// <param name="a">First row of A.</param>
    /// <param name="segments">The steps.</param>
    /// <param name="end">Behind the last segment.</param>
    /// <param name="c">First row of C, at the first column of the tile.</param>
    /// <param name="shape">Strides.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="epilogue">What is stored.</param>
    public static void Run<TEpilogue>(T* a, ProductSegment<T>* segments, ProductSegment<T>* end, T* c, in SegmentShape shape, nint rows, in TileColumns columns, TEpilogue epilogue)
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        if (columns.Vectors == 2)
            Rows<TileExtent.Two, TEpilogue>(a, segments, end, c, in shape, rows, in columns, epilogue);
        else if (columns.Vectors == 3)
            Rows<TileExtent.Three, TEpilogue>(a, segments, end, c, in shape, rows, in columns, epilogue);
        else
            Rows<TileExtent.One, TEpilogue>(a, segments, end, c, in shape, rows, in columns, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows<TVectors, TEpilogue>(T* a, ProductSegment<T>* segments, ProductSegment<T>* end, T* c, in SegmentShape shape, nint rows, in TileColumns columns, TEpilogue epilogue)
        where TVectors : unmanaged, ITileExtent
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        nint tallest = SegmentShape.Tallest(sizeof(TVectors));
        for (nint tiles = (rows + tallest - 1) / tallest; tiles > 0; tiles--)
        {
            // Most often there is one tile, and a quotient takes as long as twenty of its multiply-adds.
            nint height = tiles == 1 ? rows : (rows + tiles - 1) / tiles;
            switch (height)
            {
                case 1:
                    SegmentTile<T, TVector>.Run<TileExtent.One, TVectors, TEpilogue>(a, segments, end, c, in shape, columns.First, columns.ToLast, epilogue);
                    break;
                case 2:
                    SegmentTile<T, TVector>.Run<TileExtent.Two, TVectors, TEpilogue>(a, segments, end, c, in shape, columns.First, columns.ToLast, epilogue);
                    break;
                case 3:
                    SegmentTile<T, TVector>.Run<TileExtent.Three, TVectors, TEpilogue>(a, segments, end, c, in shape, columns.First, columns.ToLast, epilogue);
                    break;
                case 4:
                    SegmentTile<T, TVector>.Run<TileExtent.Four, TVectors, TEpilogue>(a, segments, end, c, in shape, columns.First, columns.ToLast, epilogue);
                    break;
                case 5:
                    SegmentTile<T, TVector>.Run<TileExtent.Five, TVectors, TEpilogue>(a, segments, end, c, in shape, columns.First, columns.ToLast, epilogue);
                    break;
                case 6:
                    SegmentTile<T, TVector>.Run<TileExtent.Six, TVectors, TEpilogue>(a, segments, end, c, in shape, columns.First, columns.ToLast, epilogue);
                    break;
                case 7:
                    SegmentTile<T, TVector>.Run<TileExtent.Seven, TVectors, TEpilogue>(a, segments, end, c, in shape, columns.First, columns.ToLast, epilogue);
                    break;
                case 8:
                    SegmentTile<T, TVector>.Run<TileExtent.Eight, TVectors, TEpilogue>(a, segments, end, c, in shape, columns.First, columns.ToLast, epilogue);
                    break;
                case 9:
                    SegmentTile<T, TVector>.Run<TileExtent.Nine, TVectors, TEpilogue>(a, segments, end, c, in shape, columns.First, columns.ToLast, epilogue);
                    break;
                case 10:
                    SegmentTile<T, TVector>.Run<TileExtent.Ten, TVectors, TEpilogue>(a, segments, end, c, in shape, columns.First, columns.ToLast, epilogue);
                    break;
                case 11:
                    SegmentTile<T, TVector>.Run<TileExtent.Eleven, TVectors, TEpilogue>(a, segments, end, c, in shape, columns.First, columns.ToLast, epilogue);
                    break;
                default:
                    SegmentTile<T, TVector>.Run<TileExtent.Twelve, TVectors, TEpilogue>(a, segments, end, c, in shape, columns.First, columns.ToLast, epilogue);
                    break;
            }
            rows -= height;
            a += height * shape.RowStrideA;
            c += height * shape.RowStrideC;
        }
    }
}
