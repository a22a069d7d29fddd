namespace ActGen.CompilerServices;

/// <summary>Neighbouring columns that a register tile takes at once: one to three vectors.</summary>
/// <remarks>Where the columns are not a multiple of the vector, the last vector overlaps the one before it: an output made twice is made with the same bits, and
/// no narrower vector, mask or padding is needed. Both vectors are always in the same tile, so that neither sees what the other has stored: an odd number of
/// vectors ends with a tile of three.</remarks>
/// <param name="First">Column of the first vector.</param>
/// <param name="Vectors">How many vectors: 1 to 3.</param>
/// <param name="ToLast">From the first vector to the last one.</param>
internal readonly record struct TileColumns(nint First, int Vectors, nint ToLast)
{
    /// <summary>How many columns.</summary>
    /// <param name="count">Lanes of the vector.</param>
    public nint Width(nint count) => ToLast + count;

    /// <summary>The next columns, or false when all are done.</summary>
    /// <param name="column">First column that is not done; advanced.</param>
    /// <param name="columns">All columns, at least <paramref name="count"/>.</param>
    /// <param name="count">Lanes of the vector.</param>
    /// <param name="tile">The columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Next(ref nint column, nint columns, nint count, out TileColumns tile)
    {
        nint left = (columns - column + count - 1) / count;
        tile = Take(left == 3 ? 3 : (int)nint.Min(left, 2), ref column, columns, count);
        return left > 0;
    }

    /// <summary>The same for so few rows that a tile of all of them has registers for three vectors: it loads and starts less often.</summary>
    /// <param name="column">First column that is not done; advanced.</param>
    /// <param name="columns">All columns, at least <paramref name="count"/>.</param>
    /// <param name="count">Lanes of the vector.</param>
    /// <param name="tile">The columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NextOfFewRows(ref nint column, nint columns, nint count, out TileColumns tile)
    {
        nint left = (columns - column + count - 1) / count;
        tile = Take(left == 4 ? 2 : (int)nint.Min(left, 3), ref column, columns, count);
        return left > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TileColumns Take(int vectors, ref nint column, nint columns, nint count)
    {
        nint first = column, last = nint.Min(column + ((vectors - 1) * count), columns - count);
        column += vectors * count;
        return new TileColumns(first, vectors, last - first);
    }
}
