namespace ActGen.CompilerServices;

/// <summary>C = A·B of any number of rows, at any distances, and any number of columns: by rule 1 of the canonical orders, or each output one chain.</summary>
/// <remarks>The vector must be that of <see cref="CoveringWidth"/>: with fewer columns than lanes it reads the next row of B too.</remarks>
internal static unsafe class RowProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>At most 64 columns in four segments, more of them in one chain.</summary>
    /// <param name="a">First row of A.</param>
    /// <param name="b">B.</param>
    /// <param name="c">First row of C; may not overlap A or B.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="epilogue">What is stored. It may read a whole vector at each column, but not what was in C.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint rows, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        if (!Narrow.Is(columns))
            MatrixProduct<T, TVector>.Run(a, b, c, in shape, rows, columns, in epilogue);
        else if (rows == 1)
            NarrowRow<T, TVector>.Run(a, b, c, shape.Steps, columns, in epilogue);
        else if (columns < TVector.Count)
            NarrowProduct<T, TVector>.OneVector<TileExtent.Four, TEpilogue>(a, b, c, in shape, rows, 0, (int)columns, in epilogue);
        else
            NarrowProduct<T, TVector>.WholeVectors<TileExtent.Four, TEpilogue>(a, b, c, in shape, rows, columns, in epilogue);
    }

    /// <summary>One chain, however few the columns are.</summary>
    /// <inheritdoc cref="Forward" path="/param"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Chain<TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint rows, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        if (columns < TVector.Count)
            NarrowProduct<T, TVector>.OneVector<TileExtent.One, TEpilogue>(a, b, c, in shape, rows, 0, (int)columns, in epilogue);
        else
            MatrixProduct<T, TVector>.Run(a, b, c, in shape, rows, columns, in epilogue);
    }
}
