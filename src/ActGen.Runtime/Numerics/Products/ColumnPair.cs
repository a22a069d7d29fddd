namespace ActGen.CompilerServices;

/// <summary>Columns that a register tile takes at once: two vectors, or one.</summary>
/// <remarks>Where the columns are not a multiple of the vector, the last vector overlaps its neighbour: an output made
/// twice is made with the same bits, and no narrower vector, mask or padding is needed.</remarks>
/// <param name="First">Column of the first vector.</param>
/// <param name="Second">Column of the second vector, or −1 for none.</param>
internal readonly record struct ColumnPair(nint First, nint Second)
{
    /// <summary>The next pair, or false when all columns are done.</summary>
    /// <param name="column">First column that is not done; advanced.</param>
    /// <param name="columns">All columns, at least <paramref name="count"/>.</param>
    /// <param name="count">Lanes of the vector.</param>
    /// <param name="pair">The pair.</param>
    public static bool Next(ref nint column, nint columns, nint count, out ColumnPair pair)
    {
        nint last = columns - count, first = Math.Min(column, last);
        pair = new ColumnPair(first, columns - column > count ? Math.Min(column + count, last) : -1);
        bool found = column < columns;
        column += 2 * count;
        return found;
    }
}
