namespace ActGen.CompilerServices;

/// <summary>The register tile of convolutions: up to twelve rows by one to three vectors, every output one chain over segments.</summary>
/// <remarks>As <see cref="ProductTile{T, TVector}"/>, whose chains are one segment each: accumulators are locals (first, second, last vector of each row), rows and vectors beyond
/// the extent are never read by the JIT, as the sizes of types are constants to it from the start. Were they calls, those twelve rows would be more than it inlines.</remarks>
internal static unsafe class SegmentTile<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>One tile.</summary>
    /// <param name="a">First row of A.</param>
    /// <param name="segments">The steps.</param>
    /// <param name="end">Behind the last segment.</param>
    /// <param name="c">First row of C, at the first column.</param>
    /// <param name="shape">Strides.</param>
    /// <param name="column">Number of the first column.</param>
    /// <param name="toLast">From the first to the last vector; they may overlap.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<THeight, TVectors, TEpilogue>(T* a, ProductSegment<T>* segments, ProductSegment<T>* end, T* c, in SegmentShape shape, nint column, nint toLast, TEpilogue epilogue)
        where THeight : unmanaged, ITileExtent
        where TVectors : unmanaged, ITileExtent
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        // Steps in bytes: as elements they would be scaled in each step.
        nint row = shape.RowStrideA, twoRows = 2 * row, threeRows = shape.ThreeRowsStrideA, stepA = shape.StepStrideA * sizeof(T), stepB = shape.StepStrideB * sizeof(T), rowC = shape.RowStrideC;
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

        T* ahead = c;
        for (; segments < end; segments++)
        {
            for (int rows = sizeof(TVectors) > 1 ? shape.RowsAhead : 0; rows > 0; rows--)
            {
                Prefetch.LaterLine(ahead);
                if (sizeof(TVectors) > 2)
                    Prefetch.LaterLine(ahead + TVector.Count);
                Prefetch.LaterLine(ahead + toLast);
                ahead += rowC;
            }
            T* a0 = a + segments->A, a3 = a0 + threeRows, a6 = a3 + threeRows, a9 = a6 + threeRows, b = segments->B + column, behind = b + (segments->Steps * shape.StepStrideB);
            while (b != behind)
            {
                TVector first = sizeof(TVectors) > 1 ? TVector.Load(in *b, 0) : TVector.Zero;
                TVector second = sizeof(TVectors) > 2 ? TVector.Load(in *(b + TVector.Count), 0) : TVector.Zero;
                TVector last = TVector.Load(in *(b + toLast), 0);
                if (sizeof(THeight) > 0)
                    Step<TVectors>(a0, first, second, last, ref f0, ref s0, ref l0);
                if (sizeof(THeight) > 1)
                    Step<TVectors>(a0 + row, first, second, last, ref f1, ref s1, ref l1);
                if (sizeof(THeight) > 2)
                    Step<TVectors>(a0 + twoRows, first, second, last, ref f2, ref s2, ref l2);
                if (sizeof(THeight) > 3)
                    Step<TVectors>(a3, first, second, last, ref f3, ref s3, ref l3);
                if (sizeof(THeight) > 4)
                    Step<TVectors>(a3 + row, first, second, last, ref f4, ref s4, ref l4);
                if (sizeof(THeight) > 5)
                    Step<TVectors>(a3 + twoRows, first, second, last, ref f5, ref s5, ref l5);
                if (sizeof(THeight) > 6)
                    Step<TVectors>(a6, first, second, last, ref f6, ref s6, ref l6);
                if (sizeof(THeight) > 7)
                    Step<TVectors>(a6 + row, first, second, last, ref f7, ref s7, ref l7);
                if (sizeof(THeight) > 8)
                    Step<TVectors>(a6 + twoRows, first, second, last, ref f8, ref s8, ref l8);
                if (sizeof(THeight) > 9)
                    Step<TVectors>(a9, first, second, last, ref f9, ref s9, ref l9);
                if (sizeof(THeight) > 10)
                    Step<TVectors>(a9 + row, first, second, last, ref f10, ref s10, ref l10);
                if (sizeof(THeight) > 11)
                    Step<TVectors>(a9 + twoRows, first, second, last, ref f11, ref s11, ref l11);
                a0 = (T*)((byte*)a0 + stepA);
                a3 = (T*)((byte*)a3 + stepA);
                a6 = (T*)((byte*)a6 + stepA);
                a9 = (T*)((byte*)a9 + stepA);
                b = (T*)((byte*)b + stepB);
            }
        }

        TVector firstColumn = sizeof(TVectors) > 1 ? epilogue.Column(column) : TVector.Zero;
        TVector secondColumn = sizeof(TVectors) > 2 ? epilogue.Column(column + TVector.Count) : TVector.Zero;
        TVector lastColumn = epilogue.Column(column + toLast);
        if (sizeof(TVectors) == 1)
        {
            if (sizeof(THeight) > 0)
                StorePart(c + (0 * rowC), 0, shape.Lanes, l0, lastColumn, epilogue);
            if (sizeof(THeight) > 1)
                StorePart(c + (1 * rowC), 1, shape.Lanes, l1, lastColumn, epilogue);
            if (sizeof(THeight) > 2)
                StorePart(c + (2 * rowC), 2, shape.Lanes, l2, lastColumn, epilogue);
            if (sizeof(THeight) > 3)
                StorePart(c + (3 * rowC), 3, shape.Lanes, l3, lastColumn, epilogue);
            if (sizeof(THeight) > 4)
                StorePart(c + (4 * rowC), 4, shape.Lanes, l4, lastColumn, epilogue);
            if (sizeof(THeight) > 5)
                StorePart(c + (5 * rowC), 5, shape.Lanes, l5, lastColumn, epilogue);
            if (sizeof(THeight) > 6)
                StorePart(c + (6 * rowC), 6, shape.Lanes, l6, lastColumn, epilogue);
            if (sizeof(THeight) > 7)
                StorePart(c + (7 * rowC), 7, shape.Lanes, l7, lastColumn, epilogue);
            if (sizeof(THeight) > 8)
                StorePart(c + (8 * rowC), 8, shape.Lanes, l8, lastColumn, epilogue);
            if (sizeof(THeight) > 9)
                StorePart(c + (9 * rowC), 9, shape.Lanes, l9, lastColumn, epilogue);
            if (sizeof(THeight) > 10)
                StorePart(c + (10 * rowC), 10, shape.Lanes, l10, lastColumn, epilogue);
            if (sizeof(THeight) > 11)
                StorePart(c + (11 * rowC), 11, shape.Lanes, l11, lastColumn, epilogue);
            return;
        }

        if (sizeof(THeight) > 0)
            Store<TVectors, TEpilogue>(c + (0 * rowC), 0, toLast, f0, s0, l0, firstColumn, secondColumn, lastColumn, epilogue);
        if (sizeof(THeight) > 1)
            Store<TVectors, TEpilogue>(c + (1 * rowC), 1, toLast, f1, s1, l1, firstColumn, secondColumn, lastColumn, epilogue);
        if (sizeof(THeight) > 2)
            Store<TVectors, TEpilogue>(c + (2 * rowC), 2, toLast, f2, s2, l2, firstColumn, secondColumn, lastColumn, epilogue);
        if (sizeof(THeight) > 3)
            Store<TVectors, TEpilogue>(c + (3 * rowC), 3, toLast, f3, s3, l3, firstColumn, secondColumn, lastColumn, epilogue);
        if (sizeof(THeight) > 4)
            Store<TVectors, TEpilogue>(c + (4 * rowC), 4, toLast, f4, s4, l4, firstColumn, secondColumn, lastColumn, epilogue);
        if (sizeof(THeight) > 5)
            Store<TVectors, TEpilogue>(c + (5 * rowC), 5, toLast, f5, s5, l5, firstColumn, secondColumn, lastColumn, epilogue);
        if (sizeof(THeight) > 6)
            Store<TVectors, TEpilogue>(c + (6 * rowC), 6, toLast, f6, s6, l6, firstColumn, secondColumn, lastColumn, epilogue);
        if (sizeof(THeight) > 7)
            Store<TVectors, TEpilogue>(c + (7 * rowC), 7, toLast, f7, s7, l7, firstColumn, secondColumn, lastColumn, epilogue);
        if (sizeof(THeight) > 8)
            Store<TVectors, TEpilogue>(c + (8 * rowC), 8, toLast, f8, s8, l8, firstColumn, secondColumn, lastColumn, epilogue);
        if (sizeof(THeight) > 9)
            Store<TVectors, TEpilogue>(c + (9 * rowC), 9, toLast, f9, s9, l9, firstColumn, secondColumn, lastColumn, epilogue);
        if (sizeof(THeight) > 10)
            Store<TVectors, TEpilogue>(c + (10 * rowC), 10, toLast, f10, s10, l10, firstColumn, secondColumn, lastColumn, epilogue);
        if (sizeof(THeight) > 11)
            Store<TVectors, TEpilogue>(c + (11 * rowC), 11, toLast, f11, s11, l11, firstColumn, secondColumn, lastColumn, epilogue);
    }

    /// <summary>One step of the chains of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TVectors>(T* a, TVector b0, TVector b1, TVector b2, ref TVector first, ref TVector second, ref TVector last)
        where TVectors : unmanaged, ITileExtent
    {
        if (sizeof(TVectors) == 1)
        {
            TVector.Accumulate(a, b2, ref last);
            return;
        }
        TVector x = TVector.Broadcast(*a);
        if (sizeof(TVectors) > 1)
            TVector.Accumulate(x, b0, ref first);
        if (sizeof(TVectors) > 2)
            TVector.Accumulate(x, b1, ref second);
        TVector.Accumulate(x, b2, ref last);
    }

    /// <summary>Finishes the chains of a row of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePart<TEpilogue>(T* c, int row, int lanes, TVector last, TVector lastColumn, TEpilogue epilogue)
        where TEpilogue : struct, ISegmentEpilogue<T, TVector> =>
        RowVector<T, TVector>.Store(epilogue.FinishPart(last, lastColumn, c, row, lanes), c, lanes);

    /// <summary>Finishes the chains of a row. All values are made before any is stored: overlapping vectors must all see what was there before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVectors, TEpilogue>(T* c, int row, nint toLast, TVector first, TVector second, TVector last, TVector firstColumn, TVector secondColumn, TVector lastColumn, TEpilogue epilogue)
        where TVectors : unmanaged, ITileExtent
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        first = epilogue.Finish(first, firstColumn, c, row);
        if (sizeof(TVectors) > 2)
            second = epilogue.Finish(second, secondColumn, c + TVector.Count, row);
        last = epilogue.Finish(last, lastColumn, c + toLast, row);
        TVector.Store(first, ref *c, 0);
        if (sizeof(TVectors) > 2)
            TVector.Store(second, ref *(c + TVector.Count), 0);
        TVector.Store(last, ref *(c + toLast), 0);
    }
}
