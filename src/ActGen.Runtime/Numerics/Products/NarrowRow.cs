namespace ActGen.CompilerServices;

/// <summary>One row of a narrow product: the four chains of up to four vectors of columns side by side.</summary>
internal static unsafe class NarrowRow<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>All columns.</summary>
    /// <param name="a">The row of A.</param>
    /// <param name="b">B: steps × columns.</param>
    /// <param name="c">The row of C.</param>
    /// <param name="steps">Steps, at least 1.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="epilogue">What is stored. It may read a whole vector at each column.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TEpilogue>(T* a, T* b, T* c, nint steps, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        if (columns <= TVector.Count)
            StoreOneVector(a, b, c, steps, (int)columns, in epilogue);
        else
            SeveralVectors(a, b, c, steps, columns, in epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StoreOneVector<TEpilogue>(T* a, T* b, T* c, nint steps, int columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct =>
        RowVector<T, TVector>.Store(epilogue.Finish(OneVector<AnyLanes, LongRow>(a, b, steps, columns), 0, in *c), c, columns);

    /// <summary>Columns that one vector covers. Its lanes beyond them hold elements of the next row of B, which every row has but the last one.</summary>
    /// <returns>The sums of the four chains; in lanes beyond the columns anything.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OneVector<TLanes, TLength>(T* a, T* b, nint steps, int columns)
        where TLanes : unmanaged, IRowLanes
        where TLength : unmanaged, IRowLength
    {
        nint segment = Narrow.SegmentOf(steps), toNext = segment * columns, toLast = 3 * toNext;
        T* last = a + steps - 1, end = a + ((steps - 1) / Narrow.Segments);
        TVector s0 = default, s1 = default, s2 = default, s3 = default;
        T* x = a;
        if (sizeof(TLength) == sizeof(LongRow))
            WholeVectorsOfSteps(ref x, end, a + segment, ref b, segment, columns, toNext, toLast, ref s0, ref s1, ref s2, ref s3);
        for (; x < end; x++, b += columns)
        {
            s0 = TVector.MultiplyAdd(x, b, s0);
            s1 = TVector.MultiplyAdd(x + segment, b + toNext, s1);
            s2 = TVector.MultiplyAdd(x + (2 * segment), b + (2 * toNext), s2);
            s3 = TVector.MultiplyAdd(x + (3 * segment), b + toLast, s3);
        }
        T* rest = b + toLast;
        if (x < a + segment)
        {
            s0 = TVector.MultiplyAdd(x, b, s0);
            s1 = TVector.MultiplyAdd(x + segment, b + toNext, s1);
            s2 = TVector.MultiplyAdd(x + (2 * segment), b + (2 * toNext), s2);
        }
        for (x += 3 * segment; x < last; x++, rest += columns)
            s3 = TVector.MultiplyAdd(x, rest, s3);
        s3 = TVector.MultiplyAdd(TVector.Broadcast(*last), RowVector<T, TVector>.Load<TLanes>(rest, columns), s3);
        return s0 + s1 + s2 + s3;
    }

    /// <summary>The steps of <see cref="OneVector"/> that can be read a vector at a time: both loads of a cycle are wanted for B.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WholeVectorsOfSteps(ref T* x, T* end, T* endOfSegment, ref T* b, nint segment, int columns, nint toNext, nint toLast, ref TVector s0, ref TVector s1, ref TVector s2, ref TVector s3)
    {
        while (TVector.HasLaneBroadcast && x < end && x + TVector.Count <= endOfSegment)
        {
            nint lanes = Math.Min((nint)(end - x), TVector.Count);
            TVector x0 = TVector.Load(in *x, 0), x1 = TVector.Load(in x[segment], 0), x2 = TVector.Load(in x[2 * segment], 0), x3 = TVector.Load(in x[3 * segment], 0);
            x += lanes;
            for (nint lane = 0; lane < lanes; lane++, b += columns)
            {
                TVector.Accumulate(TVector.BroadcastLane(x0, (int)lane), b, ref s0);
                TVector.Accumulate(TVector.BroadcastLane(x1, (int)lane), b + toNext, ref s1);
                TVector.Accumulate(TVector.BroadcastLane(x2, (int)lane), b + (2 * toNext), ref s2);
                TVector.Accumulate(TVector.BroadcastLane(x3, (int)lane), b + toLast, ref s3);
            }
        }
    }

    /// <summary>More columns than one vector has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SeveralVectors<TEpilogue>(T* a, T* b, T* c, nint steps, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        if (TVector.HasLaneBroadcast && Narrow.SegmentOf(steps) >= TVector.Count)
            SeveralVectors<LongRow, TEpilogue>(a, b, c, steps, columns, in epilogue);
        else
            SeveralVectors<ShortRow, TEpilogue>(a, b, c, steps, columns, in epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SeveralVectors<TLength, TEpilogue>(T* a, T* b, T* c, nint steps, nint columns, scoped ref readonly TEpilogue epilogue)
        where TLength : unmanaged, IRowLength
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        // The last vector ends where the columns end: it overlaps its neighbour where they are not a whole number of vectors.
        nint end = columns - TVector.Count;
        int most = VectorRegisters.AreMany ? 4 : 2; // 16 chains and 4 broadcasts, or 8 and 4
        for (nint column = 0; column < columns; column += most * TVector.Count)
        {
            nint last = Math.Min(end, column + ((most - 1) * TVector.Count));
            switch (Math.Min(most, (columns - column + TVector.Count - 1) / TVector.Count))
            {
                case 1:
                    Vectors<TileExtent.One, TLength, TEpilogue>(a, b, c, steps, columns, last, last, in epilogue);
                    break;
                case 2:
                    Vectors<TileExtent.Two, TLength, TEpilogue>(a, b, c, steps, columns, column, last, in epilogue);
                    break;
                case 3:
                    Vectors<TileExtent.Three, TLength, TEpilogue>(a, b, c, steps, columns, column, last, in epilogue);
                    break;
                default:
                    Vectors<TileExtent.Four, TLength, TEpilogue>(a, b, c, steps, columns, column, last, in epilogue);
                    break;
            }
        }
    }

    /// <summary>Neighbouring vectors from <paramref name="column"/> on, the last one of them at <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Vectors<TExtent, TLength, TEpilogue>(T* a, T* b, T* c, nint steps, nint columns, nint column, nint last, scoped ref readonly TEpilogue epilogue)
        where TExtent : unmanaged, ITileExtent
        where TLength : unmanaged, IRowLength
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        nint segment = Narrow.SegmentOf(steps), toNext = segment * columns, toLast = last - column;
        int count = TVector.Count;
        T* b0 = b + column, b1 = b0 + toNext, b2 = b1 + toNext, b3 = b2 + toNext, end = a + segment;
        TVector s0c0 = TVector.Zero, s0c1 = TVector.Zero, s0c2 = TVector.Zero, s0end = TVector.Zero;
        TVector s1c0 = TVector.Zero, s1c1 = TVector.Zero, s1c2 = TVector.Zero, s1end = TVector.Zero;
        TVector s2c0 = TVector.Zero, s2c1 = TVector.Zero, s2c2 = TVector.Zero, s2end = TVector.Zero;
        TVector s3c0 = TVector.Zero, s3c1 = TVector.Zero, s3c2 = TVector.Zero, s3end = TVector.Zero;
        T* x = a;
        while (x < end)
        {
            int lanes = (int)Math.Min(end - x, Block<TLength>(segment));
            TVector v0 = Steps<TLength>(x, lanes), v1 = Steps<TLength>(x + segment, lanes), v2 = Steps<TLength>(x + (2 * segment), lanes), v3 = Steps<TLength>(x + (3 * segment), lanes);
            for (int lane = 0; lane < lanes; lane++, x++)
            {
                Advance<TExtent>(Step<TLength>(v0, x, lane), b0, toLast, ref s0c0, ref s0c1, ref s0c2, ref s0end);
                b0 += columns;
                Advance<TExtent>(Step<TLength>(v1, x + segment, lane), b1, toLast, ref s1c0, ref s1c1, ref s1c2, ref s1end);
                b1 += columns;
                Advance<TExtent>(Step<TLength>(v2, x + (2 * segment), lane), b2, toLast, ref s2c0, ref s2c1, ref s2c2, ref s2end);
                b2 += columns;
                Advance<TExtent>(Step<TLength>(v3, x + (3 * segment), lane), b3, toLast, ref s3c0, ref s3c1, ref s3c2, ref s3end);
                b3 += columns;
            }
        }
        for (x += 3 * segment, end = a + steps; x < end; x++)
        {
            Advance<TExtent>(TVector.Broadcast(*x), b3, toLast, ref s3c0, ref s3c1, ref s3c2, ref s3end);
            b3 += columns;
        }

        // Where the last vector overlaps, both hold the same bits.
        if (sizeof(TExtent) > 1)
            Store(c, column, s0c0 + s1c0 + s2c0 + s3c0, in epilogue);
        if (sizeof(TExtent) > 2)
            Store(c, column + count, s0c1 + s1c1 + s2c1 + s3c1, in epilogue);
        if (sizeof(TExtent) > 3)
            Store(c, column + (2 * count), s0c2 + s1c2 + s2c2 + s3c2, in epilogue);
        Store(c, last, s0end + s1end + s2end + s3end, in epilogue);
    }

    /// <summary>One step of a segment's chains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Advance<TExtent>(TVector x, T* b, nint toLast, ref TVector c0, ref TVector c1, ref TVector c2, ref TVector end)
        where TExtent : unmanaged, ITileExtent
    {
        if (sizeof(TExtent) > 1)
            TVector.Accumulate(x, b, ref c0);
        if (sizeof(TExtent) > 2)
            TVector.Accumulate(x, b + TVector.Count, ref c1);
        if (sizeof(TExtent) > 3)
            TVector.Accumulate(x, b + (2 * TVector.Count), ref c2);
        TVector.Accumulate(x, b + toLast, ref end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TEpilogue>(T* c, nint column, TVector sum, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct =>
        TVector.Store(epilogue.Finish(sum, column, in *(c + column)), ref *(c + column), 0);

    /// <summary>How many steps are read at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Block<TLength>(nint segment)
        where TLength : unmanaged, IRowLength => sizeof(TLength) == sizeof(LongRow) ? TVector.Count : segment;

    /// <summary>The next elements of the row, a step to a lane.</summary>
    /// <remarks>In short rows it would be a part of a vector that reaches beyond what the layer before, or the step before, has just stored, and would wait until that has left the store queue.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Steps<TLength>(T* x, int lanes)
        where TLength : unmanaged, IRowLength => sizeof(TLength) == sizeof(LongRow) ? RowVector<T, TVector>.Load(x, lanes) : default;

    /// <summary>The element of a step in every lane. Both loads of a cycle are wanted for B, so that in long rows it comes from a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Step<TLength>(TVector steps, T* x, int lane)
        where TLength : unmanaged, IRowLength => sizeof(TLength) == sizeof(LongRow) ? TVector.BroadcastLane(steps, lane) : TVector.Broadcast(*x);
}
