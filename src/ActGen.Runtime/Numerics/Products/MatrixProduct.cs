namespace ActGen.CompilerServices;

/// <summary>C = A·B, every output one chain that starts at +0: acc = fma(a, b, acc), steps ascending. The lanes are outputs; neither the
/// height of a tile nor the width of the vector nor the number of rows changes a bit.</summary>
internal static unsafe class MatrixProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>All rows and columns.</summary>
    /// <param name="a">A.</param>
    /// <param name="b">B.</param>
    /// <param name="c">C; may not overlap A or B.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C, at least one vector.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint rows, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        if (rows == 1)
        {
            ProductRow<T, TVector>.Run(a, b, c, in shape, columns, in epilogue);
            return;
        }
        if (PackedProduct<T, TVector>.Pays(in shape, rows, columns))
        {
            PackedProduct<T, TVector>.Run(a, b, c, in shape, rows, columns, in epilogue);
            return;
        }

        nint column = 0;
        while (TileColumns.Next(ref column, columns, TVector.Count, out TileColumns tile))
            ProductRows<T, TVector>.Run(a, b + tile.First, c + tile.First, in shape, rows, in tile, in epilogue);
    }
}
