namespace ActGen.CompilerServices;

/// <summary>What lines of depthwise convolutions have in common.</summary>
internal static class DepthwiseLine
{
    /// <summary>Positions that a line has at least: those of the smaller tile.</summary>
    public const int Least = 4;
}

/// <summary>A line of a depthwise convolution whose taps lie as far apart as its positions: what a position reads with one tap its neighbour reads with the tap before.
/// So an element of A is loaded once for a kernel row, not once for each of its taps.</summary>
internal static unsafe class DepthwiseLine<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>The line, in tiles of seven or four positions by one vector of columns. Images are most often 7, 14, 28, 56 or 112 wide.</summary>
    /// <param name="a">First row of A, at the columns.</param>
    /// <param name="segments">The steps; from one to the next of a segment as far as from a row to the next.</param>
    /// <param name="end">Behind the last segment.</param>
    /// <param name="c">First row of C, at the columns.</param>
    /// <param name="shape">Strides.</param>
    /// <param name="width">Number of rows, at least those of a tile.</param>
    /// <param name="column">Number of the first column.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<THeight, TEpilogue>(T* a, ProductSegment<T>* segments, ProductSegment<T>* end, T* c, in SegmentShape shape, nint width, nint column, TEpilogue epilogue)
        where THeight : unmanaged, ITileExtent
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        nint row = shape.RowStrideA, stepB = shape.StepStrideB, rowC = shape.RowStrideC, last = width - sizeof(THeight);
        TVector bias = epilogue.Column(column);
        for (nint start = 0; start < width; start += sizeof(THeight))
        {
            // The last tile overlaps the one before it: what is made twice has the same bits.
            nint first = nint.Min(start, last);
            Tile<THeight, TEpilogue>(a + (first * row), segments, end, c + (first * rowC), row, stepB, rowC, column, bias, epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile<THeight, TEpilogue>(T* a, ProductSegment<T>* segments, ProductSegment<T>* end, T* c, nint row, nint stepB, nint rowC, nint column, TVector bias, TEpilogue epilogue)
        where THeight : unmanaged, ITileExtent
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        TVector c0 = TVector.Zero, c1 = TVector.Zero, c2 = TVector.Zero, c3 = TVector.Zero, c4 = TVector.Zero, c5 = TVector.Zero, c6 = TVector.Zero;
        for (; segments < end; segments++)
        {
            T* next = a + segments->A, b = segments->B + column;
            TVector x0 = TVector.Load(in *next, 0), x1 = TVector.Load(in *(next += row), 0), x2 = TVector.Load(in *(next += row), 0), x3 = TVector.Zero, x4 = TVector.Zero, x5 = TVector.Zero;
            if (sizeof(THeight) > 4)
            {
                x3 = TVector.Load(in *(next += row), 0);
                x4 = TVector.Load(in *(next += row), 0);
                x5 = TVector.Load(in *(next += row), 0);
            }
            nint step = segments->Steps;
            // Three taps at once: what moves from one to the next is as much work as the taps.
            for (; step > 2; step -= 3)
            {
                TVector w0 = TVector.Load(in *b, 0), w1 = TVector.Load(in *(b += stepB), 0), w2 = TVector.Load(in *(b += stepB), 0);
                if (sizeof(THeight) > 4)
                {
                    TVector x6 = TVector.Load(in *(next += row), 0), x7 = TVector.Load(in *(next += row), 0), x8 = TVector.Load(in *(next += row), 0);
                    c0 = Three(x0, x1, x2, w0, w1, w2, c0);
                    c1 = Three(x1, x2, x3, w0, w1, w2, c1);
                    c2 = Three(x2, x3, x4, w0, w1, w2, c2);
                    c3 = Three(x3, x4, x5, w0, w1, w2, c3);
                    c4 = Three(x4, x5, x6, w0, w1, w2, c4);
                    c5 = Three(x5, x6, x7, w0, w1, w2, c5);
                    c6 = Three(x6, x7, x8, w0, w1, w2, c6);
                    (x0, x1, x2, x3, x4, x5) = (x3, x4, x5, x6, x7, x8);
                }
                else
                {
                    x3 = TVector.Load(in *(next += row), 0);
                    x4 = TVector.Load(in *(next += row), 0);
                    x5 = TVector.Load(in *(next += row), 0);
                    c0 = Three(x0, x1, x2, w0, w1, w2, c0);
                    c1 = Three(x1, x2, x3, w0, w1, w2, c1);
                    c2 = Three(x2, x3, x4, w0, w1, w2, c2);
                    c3 = Three(x3, x4, x5, w0, w1, w2, c3);
                    (x0, x1, x2) = (x3, x4, x5);
                }
                b += stepB;
            }
            for (; step > 0; step--)
            {
                TVector last = TVector.Load(in *(next += row), 0), factor = TVector.Load(in *b, 0);
                c0 = TVector.MultiplyAdd(x0, factor, c0);
                c1 = TVector.MultiplyAdd(x1, factor, c1);
                c2 = TVector.MultiplyAdd(x2, factor, c2);
                c3 = TVector.MultiplyAdd(sizeof(THeight) > 4 ? x3 : last, factor, c3);
                if (sizeof(THeight) > 4)
                {
                    c4 = TVector.MultiplyAdd(x4, factor, c4);
                    c5 = TVector.MultiplyAdd(x5, factor, c5);
                    c6 = TVector.MultiplyAdd(last, factor, c6);
                    (x0, x1, x2, x3, x4, x5) = (x1, x2, x3, x4, x5, last);
                }
                else
                {
                    (x0, x1, x2) = (x1, x2, last);
                }
                b += stepB;
            }
        }

        TVector.Store(epilogue.Finish(c0, bias, c, 0), ref *c, 0);
        TVector.Store(epilogue.Finish(c1, bias, c += rowC, 1), ref *c, 0);
        TVector.Store(epilogue.Finish(c2, bias, c += rowC, 2), ref *c, 0);
        TVector.Store(epilogue.Finish(c3, bias, c += rowC, 3), ref *c, 0);
        if (sizeof(THeight) > 4)
        {
            TVector.Store(epilogue.Finish(c4, bias, c += rowC, 4), ref *c, 0);
            TVector.Store(epilogue.Finish(c5, bias, c += rowC, 5), ref *c, 0);
            TVector.Store(epilogue.Finish(c6, bias, c += rowC, 6), ref *c, 0);
        }
    }

    /// <summary>Three steps of a chain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Three(TVector x0, TVector x1, TVector x2, TVector w0, TVector w1, TVector w2, TVector chain) =>
        TVector.MultiplyAdd(x2, w2, TVector.MultiplyAdd(x1, w1, TVector.MultiplyAdd(x0, w0, chain)));
}
