using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace ActGen.CompilerServices;

/// <summary>Any number of rows of C = A·B over one pair of column vectors: tall tiles first, then what is left in shorter ones.</summary>
internal static unsafe class ProductRows<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Rows of the tallest tile: twelve where there are 32 vector registers, six where there are 16.</summary>
    public static int Tall => Vector512.IsHardwareAccelerated || AdvSimd.IsSupported ? 12 : 6;

    /// <summary>All rows.</summary>
    /// <param name="a">First row of A.</param>
    /// <param name="b">Row 0 of B.</param>
    /// <param name="c">First row of C.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="pair">The columns.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint rows, ColumnPair pair, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        nint left = rows;
        if (Tall == 12)
        {
            for (; left >= 12; left -= 12)
                Tile<TileExtent.Twelve, TEpilogue>(ref a, b, ref c, in shape, pair, in epilogue);
            if (left >= 8)
            {
                Tile<TileExtent.Eight, TEpilogue>(ref a, b, ref c, in shape, pair, in epilogue);
                left -= 8;
            }
        }

        for (; left >= 6; left -= 6)
            Tile<TileExtent.Six, TEpilogue>(ref a, b, ref c, in shape, pair, in epilogue);
        if ((left & 4) != 0)
            Tile<TileExtent.Four, TEpilogue>(ref a, b, ref c, in shape, pair, in epilogue);
        if ((left & 2) != 0)
            Tile<TileExtent.Two, TEpilogue>(ref a, b, ref c, in shape, pair, in epilogue);
        if ((left & 1) != 0)
            Tile<TileExtent.One, TEpilogue>(ref a, b, ref c, in shape, pair, in epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile<THeight, TEpilogue>(ref T* a, T* b, ref T* c, in ProductShape shape, ColumnPair pair, scoped ref readonly TEpilogue epilogue)
        where THeight : struct, ITileExtent
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        if (pair.Second >= 0)
            ProductTile<T, TVector>.TwoVectors<THeight, TEpilogue>(a, b, c, in shape, pair.First, pair.Second, in epilogue);
        else
            ProductTile<T, TVector>.OneVector<THeight, TEpilogue>(a, b, c, in shape, pair.First, in epilogue);
        a += THeight.Size * shape.RowStrideA;
        c += THeight.Size * shape.RowStrideC;
    }
}
