namespace ActGen.CompilerServices;

/// <summary>The register tile of convolutions: up to twelve rows by one to three vectors, every output one chain over segments.</summary>
/// <remarks>As <see cref="ProductTile{T, TVector}"/>, whose chains are one segment each: accumulators are locals (first, second, last vector of each row), rows and vectors beyond
/// the extent are dropped by the JIT.</remarks>
internal static unsafe class SegmentTile<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>One tile.</summary>
    /// <param name="a">First row of A; where factors are per column, at the first column.</param>
    /// <param name="segments">The steps.</param>
    /// <param name="end">Behind the last segment.</param>
    /// <param name="c">First row of C, at the first column.</param>
    /// <param name="shape">Strides.</param>
    /// <param name="column">Number of the first column.</param>
    /// <param name="toLast">From the first to the last vector; they may overlap.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<THeight, TVectors, TFactor, TEpilogue>(T* a, ProductSegment<T>* segments, ProductSegment<T>* end, T* c, in SegmentShape shape, nint column, nint toLast, scoped ref readonly TEpilogue epilogue)
        where THeight : struct, ITileExtent
        where TVectors : struct, ITileExtent
        where TFactor : struct, IProductFactor
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        nint row = shape.RowStrideA, twoRows = 2 * row, stepA = shape.StepStrideA, stepB = shape.StepStrideB, rowC = shape.RowStrideC;
        TVector f0 = TVector.Zero, s0 = TVector.Zero, l0 = TVector.Zero;
        TVector f1 = TVector.Zero, s1 = TVector.Zero, l1 = TVector.Zero;
        TVector f2 = TVector.Zero, s2 = TVector.Zero, l2 = TVector.Zero;
        TVector f3 = TVector.Zero, s3 = TVector.Zero, l3 = TVector.Zero;
        TVector f4 = TVector.Zero, s4 = TVector.Zero, l4 = TVector.Zero;
        TVector f5 = TVector.Zero, s5 = TVector.Zero, l5 = TVector.Zero;
        TVector f6 = TVector.Zero, s6 = TVector.Zero, l6 = TVector.Zero;
        TVector f7 = TVector.Zero, s7 = TVector.Zero, l7 = TVector.Zero;
        TVector f8 = TVector.Zero, s8 = TVector.Zero, l8 = TVector.Zero;
        TVector f9 = TVector.Zero, s9 = TVector.Zero, l9 = TVector.Zero;
        TVector f10 = TVector.Zero, s10 = TVector.Zero, l10 = TVector.Zero;
        TVector f11 = TVector.Zero, s11 = TVector.Zero, l11 = TVector.Zero;

        for (; segments < end; segments++)
        {
            T* a0 = a + segments->A, a3 = a0 + row + twoRows, a6 = a3 + row + twoRows, a9 = a6 + row + twoRows, b = segments->B + column;
            for (nint step = segments->Steps; step > 0; step--)
            {
                TVector first = TVectors.Size > 1 ? TVector.Load(in *b, 0) : TVector.Zero;
                TVector second = TVectors.Size > 2 ? TVector.Load(in *(b + TVector.Count), 0) : TVector.Zero;
                TVector last = TVector.Load(in *(b + toLast), 0);
                if (THeight.Size > 0)
                    Step<TVectors, TFactor>(a0, toLast, first, second, last, ref f0, ref s0, ref l0);
                if (THeight.Size > 1)
                    Step<TVectors, TFactor>(a0 + row, toLast, first, second, last, ref f1, ref s1, ref l1);
                if (THeight.Size > 2)
                    Step<TVectors, TFactor>(a0 + twoRows, toLast, first, second, last, ref f2, ref s2, ref l2);
                if (THeight.Size > 3)
                    Step<TVectors, TFactor>(a3, toLast, first, second, last, ref f3, ref s3, ref l3);
                if (THeight.Size > 4)
                    Step<TVectors, TFactor>(a3 + row, toLast, first, second, last, ref f4, ref s4, ref l4);
                if (THeight.Size > 5)
                    Step<TVectors, TFactor>(a3 + twoRows, toLast, first, second, last, ref f5, ref s5, ref l5);
                if (THeight.Size > 6)
                    Step<TVectors, TFactor>(a6, toLast, first, second, last, ref f6, ref s6, ref l6);
                if (THeight.Size > 7)
                    Step<TVectors, TFactor>(a6 + row, toLast, first, second, last, ref f7, ref s7, ref l7);
                if (THeight.Size > 8)
                    Step<TVectors, TFactor>(a6 + twoRows, toLast, first, second, last, ref f8, ref s8, ref l8);
                if (THeight.Size > 9)
                    Step<TVectors, TFactor>(a9, toLast, first, second, last, ref f9, ref s9, ref l9);
                if (THeight.Size > 10)
                    Step<TVectors, TFactor>(a9 + row, toLast, first, second, last, ref f10, ref s10, ref l10);
                if (THeight.Size > 11)
                    Step<TVectors, TFactor>(a9 + twoRows, toLast, first, second, last, ref f11, ref s11, ref l11);
                a0 += stepA;
                a3 += stepA;
                a6 += stepA;
                a9 += stepA;
                b += stepB;
            }
        }

        if (THeight.Size > 0)
            Store<TVectors, TEpilogue>(c + (0 * rowC), column, toLast, shape.Lanes, f0, s0, l0, in epilogue);
        if (THeight.Size > 1)
            Store<TVectors, TEpilogue>(c + (1 * rowC), column, toLast, shape.Lanes, f1, s1, l1, in epilogue);
        if (THeight.Size > 2)
            Store<TVectors, TEpilogue>(c + (2 * rowC), column, toLast, shape.Lanes, f2, s2, l2, in epilogue);
        if (THeight.Size > 3)
            Store<TVectors, TEpilogue>(c + (3 * rowC), column, toLast, shape.Lanes, f3, s3, l3, in epilogue);
        if (THeight.Size > 4)
            Store<TVectors, TEpilogue>(c + (4 * rowC), column, toLast, shape.Lanes, f4, s4, l4, in epilogue);
        if (THeight.Size > 5)
            Store<TVectors, TEpilogue>(c + (5 * rowC), column, toLast, shape.Lanes, f5, s5, l5, in epilogue);
        if (THeight.Size > 6)
            Store<TVectors, TEpilogue>(c + (6 * rowC), column, toLast, shape.Lanes, f6, s6, l6, in epilogue);
        if (THeight.Size > 7)
            Store<TVectors, TEpilogue>(c + (7 * rowC), column, toLast, shape.Lanes, f7, s7, l7, in epilogue);
        if (THeight.Size > 8)
            Store<TVectors, TEpilogue>(c + (8 * rowC), column, toLast, shape.Lanes, f8, s8, l8, in epilogue);
        if (THeight.Size > 9)
            Store<TVectors, TEpilogue>(c + (9 * rowC), column, toLast, shape.Lanes, f9, s9, l9, in epilogue);
        if (THeight.Size > 10)
            Store<TVectors, TEpilogue>(c + (10 * rowC), column, toLast, shape.Lanes, f10, s10, l10, in epilogue);
        if (THeight.Size > 11)
            Store<TVectors, TEpilogue>(c + (11 * rowC), column, toLast, shape.Lanes, f11, s11, l11, in epilogue);
    }

    /// <summary>One step of the chains of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TVectors, TFactor>(T* a, nint toLast, TVector b0, TVector b1, TVector b2, ref TVector first, ref TVector second, ref TVector last)
        where TVectors : struct, ITileExtent
        where TFactor : struct, IProductFactor
    {
        TVector x = TFactor.IsPerColumn ? TVector.Load(in *(a + toLast), 0) : TVector.Broadcast(*a);
        if (TVectors.Size > 1)
            first = TVector.MultiplyAdd(TFactor.IsPerColumn ? TVector.Load(in *a, 0) : x, b0, first);
        if (TVectors.Size > 2)
            second = TVector.MultiplyAdd(TFactor.IsPerColumn ? TVector.Load(in *(a + TVector.Count), 0) : x, b1, second);
        last = TVector.MultiplyAdd(x, b2, last);
    }

    /// <summary>Finishes the chains of a row. All values are made before any is stored: overlapping vectors must all see what was there before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVectors, TEpilogue>(T* c, nint column, nint toLast, int lanes, TVector first, TVector second, TVector last, scoped ref readonly TEpilogue epilogue)
        where TVectors : struct, ITileExtent
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        if (TVectors.Size > 1)
            first = epilogue.Finish(first, column, in *c);
        if (TVectors.Size > 2)
            second = epilogue.Finish(second, column + TVector.Count, in *(c + TVector.Count));
        last = epilogue.Finish(last, column + toLast, in *(c + toLast));
        if (TVectors.Size > 1)
            TVector.Store(first, ref *c, 0);
        if (TVectors.Size > 2)
            TVector.Store(second, ref *(c + TVector.Count), 0);
        if (TVectors.Size == 1)
            RowVector<T, TVector>.Store(last, c, lanes);
        else
            TVector.Store(last, ref *(c + toLast), 0);
    }
}
