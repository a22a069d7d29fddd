namespace ActGen.CompilerServices;

/// <summary>The columns of products over segments: as those of matrix products, or one vector, of which some lanes are none.</summary>
internal static class SegmentColumns
{
    /// <summary>The next columns, or false when all are done.</summary>
    /// <param name="column">First column that is not done; advanced.</param>
    /// <param name="columns">All columns, at least 1.</param>
    /// <param name="tile">The columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Next<T, TVector>(ref nint column, nint columns, out TileColumns tile)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (columns >= TVector.Count)
            return TileColumns.Next(ref column, columns, TVector.Count, out tile);
        return Part(ref column, columns, out tile);
    }

    /// <summary>The same for at most <see cref="SegmentShape.Tallest"/> rows of three vectors.</summary>
    /// <param name="column">First column that is not done; advanced.</param>
    /// <param name="columns">All columns, at least 1.</param>
    /// <param name="tile">The columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NextOfFewRows<T, TVector>(ref nint column, nint columns, out TileColumns tile)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (columns >= TVector.Count)
            return TileColumns.NextOfFewRows(ref column, columns, TVector.Count, out tile);
        return Part(ref column, columns, out tile);
    }

    /// <summary>The one vector of which some lanes are no columns.</summary>
    private static bool Part(ref nint column, nint columns, out TileColumns tile)
    {
        tile = new TileColumns(0, 1, 0);
        bool isFirst = column == 0;
        column = columns;
        return isFirst;
    }
}
