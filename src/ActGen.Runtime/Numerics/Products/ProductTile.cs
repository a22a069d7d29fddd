namespace ActGen.CompilerServices;

/// <summary>The register tile: up to twelve rows by one or two vectors of C = A·B, every output one chain over the steps.</summary>
/// <remarks>Accumulators are scalar locals: arrays, stack memory and inline arrays cost a factor of three to five. The
/// rows beyond the height are never used and the JIT drops them.</remarks>
internal static unsafe class ProductTile<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Two vectors of columns, the second one at any distance (it may overlap the first).</summary>
    /// <param name="a">First row of A.</param>
    /// <param name="b">Row 0 of B.</param>
    /// <param name="c">First row of C.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="first">Column of the first vector.</param>
    /// <param name="second">Column of the second vector.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TwoVectors<THeight, TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint first, nint second, scoped ref readonly TEpilogue epilogue)
        where THeight : struct, ITileExtent
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        nint row = shape.RowStrideA, twoRows = 2 * row, stepA = shape.StepStrideA, stepB = shape.StepStrideB;
        T* a0 = a, a3 = a + (3 * row), a6 = a + (6 * row), a9 = a + (9 * row);
        T* bL = b + first;
        nint right = second - first;
        TVector c0L = TVector.Zero, c0R = TVector.Zero;
        TVector c1L = TVector.Zero, c1R = TVector.Zero;
        TVector c2L = TVector.Zero, c2R = TVector.Zero;
        TVector c3L = TVector.Zero, c3R = TVector.Zero;
        TVector c4L = TVector.Zero, c4R = TVector.Zero;
        TVector c5L = TVector.Zero, c5R = TVector.Zero;
        TVector c6L = TVector.Zero, c6R = TVector.Zero;
        TVector c7L = TVector.Zero, c7R = TVector.Zero;
        TVector c8L = TVector.Zero, c8R = TVector.Zero;
        TVector c9L = TVector.Zero, c9R = TVector.Zero;
        TVector c10L = TVector.Zero, c10R = TVector.Zero;
        TVector c11L = TVector.Zero, c11R = TVector.Zero;
        for (nint step = shape.Steps; step > 0; step--)
        {
            TVector left = TVector.Load(in *bL, 0);
            TVector rightVector = TVector.Load(in *(bL + right), 0);
            if (THeight.Size > 0)
            {
                TVector x = TVector.Broadcast(*a0);
                c0L = TVector.MultiplyAdd(x, left, c0L);
                c0R = TVector.MultiplyAdd(x, rightVector, c0R);
            }

            if (THeight.Size > 1)
            {
                TVector x = TVector.Broadcast(a0[row]);
                c1L = TVector.MultiplyAdd(x, left, c1L);
                c1R = TVector.MultiplyAdd(x, rightVector, c1R);
            }

            if (THeight.Size > 2)
            {
                TVector x = TVector.Broadcast(a0[twoRows]);
                c2L = TVector.MultiplyAdd(x, left, c2L);
                c2R = TVector.MultiplyAdd(x, rightVector, c2R);
            }

            if (THeight.Size > 3)
            {
                TVector x = TVector.Broadcast(*a3);
                c3L = TVector.MultiplyAdd(x, left, c3L);
                c3R = TVector.MultiplyAdd(x, rightVector, c3R);
            }

            if (THeight.Size > 4)
            {
                TVector x = TVector.Broadcast(a3[row]);
                c4L = TVector.MultiplyAdd(x, left, c4L);
                c4R = TVector.MultiplyAdd(x, rightVector, c4R);
            }

            if (THeight.Size > 5)
            {
                TVector x = TVector.Broadcast(a3[twoRows]);
                c5L = TVector.MultiplyAdd(x, left, c5L);
                c5R = TVector.MultiplyAdd(x, rightVector, c5R);
            }

            if (THeight.Size > 6)
            {
                TVector x = TVector.Broadcast(*a6);
                c6L = TVector.MultiplyAdd(x, left, c6L);
                c6R = TVector.MultiplyAdd(x, rightVector, c6R);
            }

            if (THeight.Size > 7)
            {
                TVector x = TVector.Broadcast(a6[row]);
                c7L = TVector.MultiplyAdd(x, left, c7L);
                c7R = TVector.MultiplyAdd(x, rightVector, c7R);
            }

            if (THeight.Size > 8)
            {
                TVector x = TVector.Broadcast(a6[twoRows]);
                c8L = TVector.MultiplyAdd(x, left, c8L);
                c8R = TVector.MultiplyAdd(x, rightVector, c8R);
            }

            if (THeight.Size > 9)
            {
                TVector x = TVector.Broadcast(*a9);
                c9L = TVector.MultiplyAdd(x, left, c9L);
                c9R = TVector.MultiplyAdd(x, rightVector, c9R);
            }

            if (THeight.Size > 10)
            {
                TVector x = TVector.Broadcast(a9[row]);
                c10L = TVector.MultiplyAdd(x, left, c10L);
                c10R = TVector.MultiplyAdd(x, rightVector, c10R);
            }

            if (THeight.Size > 11)
            {
                TVector x = TVector.Broadcast(a9[twoRows]);
                c11L = TVector.MultiplyAdd(x, left, c11L);
                c11R = TVector.MultiplyAdd(x, rightVector, c11R);
            }

            a0 += stepA;
            a3 += stepA;
            a6 += stepA;
            a9 += stepA;
            bL += stepB;
        }

        nint rowC = shape.RowStrideC;
        if (THeight.Size > 0)
            Store(c + (0 * rowC), first, second, c0L, c0R, in epilogue);
        if (THeight.Size > 1)
            Store(c + (1 * rowC), first, second, c1L, c1R, in epilogue);
        if (THeight.Size > 2)
            Store(c + (2 * rowC), first, second, c2L, c2R, in epilogue);
        if (THeight.Size > 3)
            Store(c + (3 * rowC), first, second, c3L, c3R, in epilogue);
        if (THeight.Size > 4)
            Store(c + (4 * rowC), first, second, c4L, c4R, in epilogue);
        if (THeight.Size > 5)
            Store(c + (5 * rowC), first, second, c5L, c5R, in epilogue);
        if (THeight.Size > 6)
            Store(c + (6 * rowC), first, second, c6L, c6R, in epilogue);
        if (THeight.Size > 7)
            Store(c + (7 * rowC), first, second, c7L, c7R, in epilogue);
        if (THeight.Size > 8)
            Store(c + (8 * rowC), first, second, c8L, c8R, in epilogue);
        if (THeight.Size > 9)
            Store(c + (9 * rowC), first, second, c9L, c9R, in epilogue);
        if (THeight.Size > 10)
            Store(c + (10 * rowC), first, second, c10L, c10R, in epilogue);
        if (THeight.Size > 11)
            Store(c + (11 * rowC), first, second, c11L, c11R, in epilogue);
    }

    /// <summary>One vector of columns: what is left when the columns are an odd number of vectors.</summary>
    /// <param name="a">First row of A.</param>
    /// <param name="b">Row 0 of B.</param>
    /// <param name="c">First row of C.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="column">Column of the vector.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OneVector<THeight, TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint column, scoped ref readonly TEpilogue epilogue)
        where THeight : struct, ITileExtent
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        nint row = shape.RowStrideA, twoRows = 2 * row, stepA = shape.StepStrideA, stepB = shape.StepStrideB;
        T* a0 = a, a3 = a + (3 * row), a6 = a + (6 * row), a9 = a + (9 * row);
        T* bL = b + column;
        TVector c0L = TVector.Zero;
        TVector c1L = TVector.Zero;
        TVector c2L = TVector.Zero;
        TVector c3L = TVector.Zero;
        TVector c4L = TVector.Zero;
        TVector c5L = TVector.Zero;
        TVector c6L = TVector.Zero;
        TVector c7L = TVector.Zero;
        TVector c8L = TVector.Zero;
        TVector c9L = TVector.Zero;
        TVector c10L = TVector.Zero;
        TVector c11L = TVector.Zero;
        for (nint step = shape.Steps; step > 0; step--)
        {
            TVector left = TVector.Load(in *bL, 0);
            if (THeight.Size > 0)
            {
                TVector x = TVector.Broadcast(*a0);
                c0L = TVector.MultiplyAdd(x, left, c0L);
            }

            if (THeight.Size > 1)
            {
                TVector x = TVector.Broadcast(a0[row]);
                c1L = TVector.MultiplyAdd(x, left, c1L);
            }

            if (THeight.Size > 2)
            {
                TVector x = TVector.Broadcast(a0[twoRows]);
                c2L = TVector.MultiplyAdd(x, left, c2L);
            }

            if (THeight.Size > 3)
            {
                TVector x = TVector.Broadcast(*a3);
                c3L = TVector.MultiplyAdd(x, left, c3L);
            }

            if (THeight.Size > 4)
            {
                TVector x = TVector.Broadcast(a3[row]);
                c4L = TVector.MultiplyAdd(x, left, c4L);
            }

            if (THeight.Size > 5)
            {
                TVector x = TVector.Broadcast(a3[twoRows]);
                c5L = TVector.MultiplyAdd(x, left, c5L);
            }

            if (THeight.Size > 6)
            {
                TVector x = TVector.Broadcast(*a6);
                c6L = TVector.MultiplyAdd(x, left, c6L);
            }

            if (THeight.Size > 7)
            {
                TVector x = TVector.Broadcast(a6[row]);
                c7L = TVector.MultiplyAdd(x, left, c7L);
            }

            if (THeight.Size > 8)
            {
                TVector x = TVector.Broadcast(a6[twoRows]);
                c8L = TVector.MultiplyAdd(x, left, c8L);
            }

            if (THeight.Size > 9)
            {
                TVector x = TVector.Broadcast(*a9);
                c9L = TVector.MultiplyAdd(x, left, c9L);
            }

            if (THeight.Size > 10)
            {
                TVector x = TVector.Broadcast(a9[row]);
                c10L = TVector.MultiplyAdd(x, left, c10L);
            }

            if (THeight.Size > 11)
            {
                TVector x = TVector.Broadcast(a9[twoRows]);
                c11L = TVector.MultiplyAdd(x, left, c11L);
            }

            a0 += stepA;
            a3 += stepA;
            a6 += stepA;
            a9 += stepA;
            bL += stepB;
        }

        nint rowC = shape.RowStrideC;
        if (THeight.Size > 0)
            Store(c + (0 * rowC), column, c0L, in epilogue);
        if (THeight.Size > 1)
            Store(c + (1 * rowC), column, c1L, in epilogue);
        if (THeight.Size > 2)
            Store(c + (2 * rowC), column, c2L, in epilogue);
        if (THeight.Size > 3)
            Store(c + (3 * rowC), column, c3L, in epilogue);
        if (THeight.Size > 4)
            Store(c + (4 * rowC), column, c4L, in epilogue);
        if (THeight.Size > 5)
            Store(c + (5 * rowC), column, c5L, in epilogue);
        if (THeight.Size > 6)
            Store(c + (6 * rowC), column, c6L, in epilogue);
        if (THeight.Size > 7)
            Store(c + (7 * rowC), column, c7L, in epilogue);
        if (THeight.Size > 8)
            Store(c + (8 * rowC), column, c8L, in epilogue);
        if (THeight.Size > 9)
            Store(c + (9 * rowC), column, c9L, in epilogue);
        if (THeight.Size > 10)
            Store(c + (10 * rowC), column, c10L, in epilogue);
        if (THeight.Size > 11)
            Store(c + (11 * rowC), column, c11L, in epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TEpilogue>(T* c, nint first, nint second, TVector left, TVector right, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        // Both values are made before either is stored: overlapping vectors must both see what was there before.
        TVector storedLeft = epilogue.Finish(left, first, in *(c + first));
        TVector storedRight = epilogue.Finish(right, second, in *(c + second));
        TVector.Store(storedLeft, ref *(c + first), 0);
        TVector.Store(storedRight, ref *(c + second), 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TEpilogue>(T* c, nint column, TVector chain, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct =>
        TVector.Store(epilogue.Finish(chain, column, in *(c + column)), ref *(c + column), 0);
}
