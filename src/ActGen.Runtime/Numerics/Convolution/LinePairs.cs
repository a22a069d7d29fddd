namespace ActGen.CompilerServices;

/// <summary>Two lines of a product over segments whose rows are positions of an image, one vector of columns: in tiles of nearly equal widths.</summary>
internal static unsafe class LinePairs<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Whether the machine has registers for it.</summary>
    public static bool AreSupported => VectorRegisters.AreMany;

    /// <summary>All positions.</summary>
    /// <param name="a">What the first position of the first line reads.</param>
    /// <param name="line">From a line of A to the next one.</param>
    /// <param name="segments">The steps.</param>
    /// <param name="end">Behind the last segment.</param>
    /// <param name="shape">Strides.</param>
    /// <param name="column">Number of the first column.</param>
    /// <param name="positions">Of a line.</param>
    /// <param name="results">Where they go.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TResults>(T* a, nint line, ProductSegment<T>* segments, ProductSegment<T>* end, in SegmentShape shape, nint column, int positions, ref TResults results)
        where TResults : struct, ILinePairResults<T, TVector>
    {
        T* chains = stackalloc T[2 * LinePairTile<T, TVector>.Widest * TVector.Count];
        int together = TResults.PositionsTogether, groups = positions / together, most = LinePairTile<T, TVector>.Widest / together;
        for (int tiles = (groups + most - 1) / most; tiles > 0; tiles--)
        {
            int taken = (groups + tiles - 1) / tiles, width = taken * together;
            switch (width)
            {
                case 1:
                    LinePairTile<T, TVector>.Run<TileExtent.One>(a, line, segments, end, in shape, column, chains);
                    break;
                case 2:
                    LinePairTile<T, TVector>.Run<TileExtent.Two>(a, line, segments, end, in shape, column, chains);
                    break;
                case 3:
                    LinePairTile<T, TVector>.Run<TileExtent.Three>(a, line, segments, end, in shape, column, chains);
                    break;
                case 4:
                    LinePairTile<T, TVector>.Run<TileExtent.Four>(a, line, segments, end, in shape, column, chains);
                    break;
                case 5:
                    LinePairTile<T, TVector>.Run<TileExtent.Five>(a, line, segments, end, in shape, column, chains);
                    break;
                case 6:
                    LinePairTile<T, TVector>.Run<TileExtent.Six>(a, line, segments, end, in shape, column, chains);
                    break;
                case 7:
                    LinePairTile<T, TVector>.Run<TileExtent.Seven>(a, line, segments, end, in shape, column, chains);
                    break;
                case 8:
                    LinePairTile<T, TVector>.Run<TileExtent.Eight>(a, line, segments, end, in shape, column, chains);
                    break;
                case 9:
                    LinePairTile<T, TVector>.Run<TileExtent.Nine>(a, line, segments, end, in shape, column, chains);
                    break;
                default:
                    LinePairTile<T, TVector>.Run<TileExtent.Ten>(a, line, segments, end, in shape, column, chains);
                    break;
            }
            results.Take(chains, width);
            groups -= taken;
            a += width * shape.RowStrideA;
        }
    }
}
