namespace ActGen.CompilerServices;

/// <summary>One row of C = A·B, as a sweep over the rows of B: up to eight chains of vectors hide the latency of the multiply-add.</summary>
internal static unsafe class ProductRow<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>All columns; at least one vector of them.</summary>
    /// <param name="a">The row of A.</param>
    /// <param name="b">Row 0 of B.</param>
    /// <param name="c">The row of C.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        nint column = 0;
        for (; columns - column >= 8 * TVector.Count; column += 8 * TVector.Count)
            Vectors<TileExtent.Eight, TEpilogue>(a, b, c, in shape, column, in epilogue);
        if (columns - column >= 4 * TVector.Count)
        {
            Vectors<TileExtent.Four, TEpilogue>(a, b, c, in shape, column, in epilogue);
            column += 4 * TVector.Count;
        }
        while (ColumnPair.Next(ref column, columns, TVector.Count, out ColumnPair pair))
            ProductRows<T, TVector>.Run(a, b, c, in shape, 1, pair, in epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Vectors<TExtent, TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint column, scoped ref readonly TEpilogue epilogue)
        where TExtent : struct, ITileExtent
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        nint stepA = shape.StepStrideA, stepB = shape.StepStrideB;
        int count = TVector.Count;
        b += column;
        TVector c0 = TVector.Zero, c1 = TVector.Zero, c2 = TVector.Zero, c3 = TVector.Zero;
        TVector c4 = TVector.Zero, c5 = TVector.Zero, c6 = TVector.Zero, c7 = TVector.Zero;
        for (nint step = shape.Steps; step > 0; step--)
        {
            TVector x = TVector.Broadcast(*a);
            c0 = TVector.MultiplyAdd(x, TVector.Load(in *b, 0), c0);
            c1 = TVector.MultiplyAdd(x, TVector.Load(in *(b + count), 0), c1);
            c2 = TVector.MultiplyAdd(x, TVector.Load(in *(b + (2 * count)), 0), c2);
            c3 = TVector.MultiplyAdd(x, TVector.Load(in *(b + (3 * count)), 0), c3);
            if (TExtent.Size > 4)
            {
                c4 = TVector.MultiplyAdd(x, TVector.Load(in *(b + (4 * count)), 0), c4);
                c5 = TVector.MultiplyAdd(x, TVector.Load(in *(b + (5 * count)), 0), c5);
                c6 = TVector.MultiplyAdd(x, TVector.Load(in *(b + (6 * count)), 0), c6);
                c7 = TVector.MultiplyAdd(x, TVector.Load(in *(b + (7 * count)), 0), c7);
            }

            a += stepA;
            b += stepB;
        }

        Store(c, column, c0, in epilogue);
        Store(c, column + count, c1, in epilogue);
        Store(c, column + (2 * count), c2, in epilogue);
        Store(c, column + (3 * count), c3, in epilogue);
        if (TExtent.Size > 4)
        {
            Store(c, column + (4 * count), c4, in epilogue);
            Store(c, column + (5 * count), c5, in epilogue);
            Store(c, column + (6 * count), c6, in epilogue);
            Store(c, column + (7 * count), c7, in epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TEpilogue>(T* c, nint column, TVector chain, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct =>
        TVector.Store(epilogue.Finish(chain, column, in *(c + column)), ref *(c + column), 0);
}
