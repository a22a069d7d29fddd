namespace ActGen.CompilerServices;

/// <summary>The register tile: up to twelve rows by one to three vectors of C = A·B, every output one chain over the steps.</summary>
/// <remarks>Accumulators are locals (first, second, last vector of each row): arrays, stack memory and inline arrays cost a factor of three to five. The rows and vectors
/// beyond the extent are never used and the JIT drops them. What is stored must be little, without branches: beyond 512 locals the JIT stops to inline, and
/// accumulators go to memory.</remarks>
internal static unsafe class ProductTile<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>One tile.</summary>
    /// <typeparam name="THeight">Rows.</typeparam>
    /// <typeparam name="TVectors">Vectors in a row.</typeparam>
    /// <typeparam name="TCopy">Whether the columns of B are copied into a panel as they are read.</typeparam>
    /// <typeparam name="TEpilogue">What is stored.</typeparam>
    /// <param name="a">First row of A.</param>
    /// <param name="b">Row 0 of B, at the first column of the tile.</param>
    /// <param name="c">First row of C, at the first column of the tile.</param>
    /// <param name="panel">Where the columns of B are copied, step by step; null where they are not.</param>
    /// <param name="shape">Strides and length of the chains.</param>
    /// <param name="column">Number of the first column.</param>
    /// <param name="toLast">From the first to the last vector; they may overlap.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<THeight, TVectors, TCopy, TEpilogue>(T* a, T* b, T* c, T* panel, in ProductShape shape, nint column, nint toLast, scoped ref readonly TEpilogue epilogue)
        where THeight : unmanaged, ITileExtent
        where TVectors : unmanaged, ITileExtent
        where TCopy : struct, ITileCopy
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        // Steps in bytes: as elements they would be scaled in each step.
        nint row = shape.RowStrideA, twoRows = 2 * row, stepA = shape.StepStrideA * sizeof(T), stepB = shape.StepStrideB * sizeof(T), rowC = shape.RowStrideC;
        T* a0 = a, a3 = a + (3 * row), a6 = a + (6 * row), a9 = a + (9 * row);
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
        if (shape.Continues)
        {
            if (sizeof(THeight) > 0)
                Start<TVectors>(c + (0 * rowC), toLast, out f0, out s0, out l0);
            if (sizeof(THeight) > 1)
                Start<TVectors>(c + (1 * rowC), toLast, out f1, out s1, out l1);
            if (sizeof(THeight) > 2)
                Start<TVectors>(c + (2 * rowC), toLast, out f2, out s2, out l2);
            if (sizeof(THeight) > 3)
                Start<TVectors>(c + (3 * rowC), toLast, out f3, out s3, out l3);
            if (sizeof(THeight) > 4)
                Start<TVectors>(c + (4 * rowC), toLast, out f4, out s4, out l4);
            if (sizeof(THeight) > 5)
                Start<TVectors>(c + (5 * rowC), toLast, out f5, out s5, out l5);
            if (sizeof(THeight) > 6)
                Start<TVectors>(c + (6 * rowC), toLast, out f6, out s6, out l6);
            if (sizeof(THeight) > 7)
                Start<TVectors>(c + (7 * rowC), toLast, out f7, out s7, out l7);
            if (sizeof(THeight) > 8)
                Start<TVectors>(c + (8 * rowC), toLast, out f8, out s8, out l8);
            if (sizeof(THeight) > 9)
                Start<TVectors>(c + (9 * rowC), toLast, out f9, out s9, out l9);
            if (sizeof(THeight) > 10)
                Start<TVectors>(c + (10 * rowC), toLast, out f10, out s10, out l10);
            if (sizeof(THeight) > 11)
                Start<TVectors>(c + (11 * rowC), toLast, out f11, out s11, out l11);
        }

        T* end = b + (shape.Steps * shape.StepStrideB);
        while (b != end)
        {
            TVector first = sizeof(TVectors) > 1 ? TVector.Load(in *b, 0) : TVector.Zero;
            TVector second = sizeof(TVectors) > 2 ? TVector.Load(in *(b + TVector.Count), 0) : TVector.Zero;
            TVector last = TVector.Load(in *(b + toLast), 0);
            if (typeof(TCopy) == typeof(TileCopy.IntoPanel))
            {
                T* ahead = (T*)((byte*)b + (Prefetch.StepsAheadOfProduct * stepB));
                if (sizeof(TVectors) > 1)
                    Prefetch.Line(ahead);
                if (sizeof(TVectors) > 2)
                    Prefetch.Line(ahead + TVector.Count);
                Prefetch.Line(ahead + toLast);
                if (sizeof(TVectors) > 1)
                    TVector.Store(first, ref *panel, 0);
                if (sizeof(TVectors) > 2)
                    TVector.Store(second, ref *(panel + TVector.Count), 0);
                TVector.Store(last, ref *(panel + toLast), 0);
                panel += toLast + TVector.Count;
            }
            if (sizeof(THeight) > 0)
                Step<TVectors>(*a0, first, second, last, ref f0, ref s0, ref l0);
            if (sizeof(THeight) > 1)
                Step<TVectors>(a0[row], first, second, last, ref f1, ref s1, ref l1);
            if (sizeof(THeight) > 2)
                Step<TVectors>(a0[twoRows], first, second, last, ref f2, ref s2, ref l2);
            if (sizeof(THeight) > 3)
                Step<TVectors>(*a3, first, second, last, ref f3, ref s3, ref l3);
            if (sizeof(THeight) > 4)
                Step<TVectors>(a3[row], first, second, last, ref f4, ref s4, ref l4);
            if (sizeof(THeight) > 5)
                Step<TVectors>(a3[twoRows], first, second, last, ref f5, ref s5, ref l5);
            if (sizeof(THeight) > 6)
                Step<TVectors>(*a6, first, second, last, ref f6, ref s6, ref l6);
            if (sizeof(THeight) > 7)
                Step<TVectors>(a6[row], first, second, last, ref f7, ref s7, ref l7);
            if (sizeof(THeight) > 8)
                Step<TVectors>(a6[twoRows], first, second, last, ref f8, ref s8, ref l8);
            if (sizeof(THeight) > 9)
                Step<TVectors>(*a9, first, second, last, ref f9, ref s9, ref l9);
            if (sizeof(THeight) > 10)
                Step<TVectors>(a9[row], first, second, last, ref f10, ref s10, ref l10);
            if (sizeof(THeight) > 11)
                Step<TVectors>(a9[twoRows], first, second, last, ref f11, ref s11, ref l11);
            a0 = (T*)((byte*)a0 + stepA);
            a3 = (T*)((byte*)a3 + stepA);
            a6 = (T*)((byte*)a6 + stepA);
            a9 = (T*)((byte*)a9 + stepA);
            b = (T*)((byte*)b + stepB);
        }

        if (sizeof(THeight) > 0)
            Store<TVectors, TEpilogue>(c + (0 * rowC), column, toLast, f0, s0, l0, in epilogue);
        if (sizeof(THeight) > 1)
            Store<TVectors, TEpilogue>(c + (1 * rowC), column, toLast, f1, s1, l1, in epilogue);
        if (sizeof(THeight) > 2)
            Store<TVectors, TEpilogue>(c + (2 * rowC), column, toLast, f2, s2, l2, in epilogue);
        if (sizeof(THeight) > 3)
            Store<TVectors, TEpilogue>(c + (3 * rowC), column, toLast, f3, s3, l3, in epilogue);
        if (sizeof(THeight) > 4)
            Store<TVectors, TEpilogue>(c + (4 * rowC), column, toLast, f4, s4, l4, in epilogue);
        if (sizeof(THeight) > 5)
            Store<TVectors, TEpilogue>(c + (5 * rowC), column, toLast, f5, s5, l5, in epilogue);
        if (sizeof(THeight) > 6)
            Store<TVectors, TEpilogue>(c + (6 * rowC), column, toLast, f6, s6, l6, in epilogue);
        if (sizeof(THeight) > 7)
            Store<TVectors, TEpilogue>(c + (7 * rowC), column, toLast, f7, s7, l7, in epilogue);
        if (sizeof(THeight) > 8)
            Store<TVectors, TEpilogue>(c + (8 * rowC), column, toLast, f8, s8, l8, in epilogue);
        if (sizeof(THeight) > 9)
            Store<TVectors, TEpilogue>(c + (9 * rowC), column, toLast, f9, s9, l9, in epilogue);
        if (sizeof(THeight) > 10)
            Store<TVectors, TEpilogue>(c + (10 * rowC), column, toLast, f10, s10, l10, in epilogue);
        if (sizeof(THeight) > 11)
            Store<TVectors, TEpilogue>(c + (11 * rowC), column, toLast, f11, s11, l11, in epilogue);
    }

    /// <summary>The chains of a row as they lie in C.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Start<TVectors>(T* c, nint toLast, out TVector first, out TVector second, out TVector last)
        where TVectors : unmanaged, ITileExtent
    {
        first = sizeof(TVectors) > 1 ? TVector.Load(in *c, 0) : TVector.Zero;
        second = sizeof(TVectors) > 2 ? TVector.Load(in *(c + TVector.Count), 0) : TVector.Zero;
        last = TVector.Load(in *(c + toLast), 0);
    }

    /// <summary>One step of the chains of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TVectors>(T a, TVector b0, TVector b1, TVector b2, ref TVector first, ref TVector second, ref TVector last)
        where TVectors : unmanaged, ITileExtent
    {
        TVector x = TVector.Broadcast(a);
        if (sizeof(TVectors) > 1)
            TVector.Accumulate(x, b0, ref first);
        if (sizeof(TVectors) > 2)
            TVector.Accumulate(x, b1, ref second);
        TVector.Accumulate(x, b2, ref last);
    }

    /// <summary>Finishes the chains of a row. All values are made before any is stored: overlapping vectors must all see what was there before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVectors, TEpilogue>(T* c, nint column, nint toLast, TVector first, TVector second, TVector last, scoped ref readonly TEpilogue epilogue)
        where TVectors : unmanaged, ITileExtent
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        if (sizeof(TVectors) > 1)
            first = epilogue.Finish(first, column, in *c);
        if (sizeof(TVectors) > 2)
            second = epilogue.Finish(second, column + TVector.Count, in *(c + TVector.Count));
        last = epilogue.Finish(last, column + toLast, in *(c + toLast));
        if (sizeof(TVectors) > 1)
            TVector.Store(first, ref *c, 0);
        if (sizeof(TVectors) > 2)
            TVector.Store(second, ref *(c + TVector.Count), 0);
        TVector.Store(last, ref *(c + toLast), 0);
    }
}
