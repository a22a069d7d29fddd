namespace ActGen.CompilerServices;

/// <summary>One row of C = A·B, up to eight vectors of columns at a time, each a chain of its own: together they hide the latency of the multiply-add.</summary>
internal static unsafe class ProductSweep<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>The columns from <paramref name="column"/> on.</summary>
    /// <param name="a">The row of A.</param>
    /// <param name="b">Row 0 of B.</param>
    /// <param name="c">The row of C.</param>
    /// <param name="shape">Strides.</param>
    /// <param name="stepping">From one step to the next; A and B begin at the first one.</param>
    /// <param name="steps">How many there are.</param>
    /// <param name="column">First column.</param>
    /// <param name="columns">All columns, at least one vector.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TSteps, TEpilogue>(T* a, T* b, T* c, in ProductShape shape, TSteps stepping, nint steps, nint column, nint columns, scoped ref readonly TEpilogue epilogue)
        where TSteps : struct, IProductSteps<T>
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        for (; columns - column > 8 * TVector.Count; column += 8 * TVector.Count)
            Vectors<TileExtent.Eight, TSteps, TEpilogue>(a, b, c, in shape, stepping, steps, column, column + (7 * TVector.Count), in epilogue);
        // The last vector ends where the columns end: it overlaps its neighbour where they are not a whole number of vectors.
        nint last = columns - TVector.Count;
        switch ((columns - column + TVector.Count - 1) / TVector.Count)
        {
            case 1:
                Vectors<TileExtent.One, TSteps, TEpilogue>(a, b, c, in shape, stepping, steps, last, last, in epilogue);
                break;
            case 2:
                Vectors<TileExtent.Two, TSteps, TEpilogue>(a, b, c, in shape, stepping, steps, column, last, in epilogue);
                break;
            case 3:
                Vectors<TileExtent.Three, TSteps, TEpilogue>(a, b, c, in shape, stepping, steps, column, last, in epilogue);
                break;
            case 4:
                Vectors<TileExtent.Four, TSteps, TEpilogue>(a, b, c, in shape, stepping, steps, column, last, in epilogue);
                break;
            case 5:
                Vectors<TileExtent.Five, TSteps, TEpilogue>(a, b, c, in shape, stepping, steps, column, last, in epilogue);
                break;
            case 6:
                Vectors<TileExtent.Six, TSteps, TEpilogue>(a, b, c, in shape, stepping, steps, column, last, in epilogue);
                break;
            case 7:
                Vectors<TileExtent.Seven, TSteps, TEpilogue>(a, b, c, in shape, stepping, steps, column, last, in epilogue);
                break;
            case 8:
                Vectors<TileExtent.Eight, TSteps, TEpilogue>(a, b, c, in shape, stepping, steps, column, last, in epilogue);
                break;
        }
    }

    /// <summary>Neighbouring vectors from <paramref name="column"/> on, the last one of them at <paramref name="last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Vectors<TExtent, TSteps, TEpilogue>(T* a, T* b, T* c, in ProductShape shape, TSteps stepping, nint steps, nint column, nint last, scoped ref readonly TEpilogue epilogue)
        where TExtent : unmanaged, ITileExtent
        where TSteps : struct, IProductSteps<T>
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        nint stepA = shape.StepStrideA, stepB = shape.StepStrideB, toLast = last - column;
        int count = TVector.Count;
        b += column;
        TVector c0 = TVector.Zero, c1 = TVector.Zero, c2 = TVector.Zero, c3 = TVector.Zero;
        TVector c4 = TVector.Zero, c5 = TVector.Zero, c6 = TVector.Zero, end = TVector.Zero;
        for (; steps > 0; steps--)
        {
            TVector x = TVector.Broadcast(*a);
            if (sizeof(TExtent) > 1)
                TVector.Accumulate(x, b, ref c0);
            if (sizeof(TExtent) > 2)
                TVector.Accumulate(x, b + count, ref c1);
            if (sizeof(TExtent) > 3)
                TVector.Accumulate(x, b + (2 * count), ref c2);
            if (sizeof(TExtent) > 4)
                TVector.Accumulate(x, b + (3 * count), ref c3);
            if (sizeof(TExtent) > 5)
                TVector.Accumulate(x, b + (4 * count), ref c4);
            if (sizeof(TExtent) > 6)
                TVector.Accumulate(x, b + (5 * count), ref c5);
            if (sizeof(TExtent) > 7)
                TVector.Accumulate(x, b + (6 * count), ref c6);
            TVector.Accumulate(x, b + toLast, ref end);
            stepping.Advance(ref a, ref b, stepA, stepB);
        }

        // Where the last vector overlaps, both hold the same bits.
        if (sizeof(TExtent) > 1)
            Store(c, column, c0, in epilogue);
        if (sizeof(TExtent) > 2)
            Store(c, column + count, c1, in epilogue);
        if (sizeof(TExtent) > 3)
            Store(c, column + (2 * count), c2, in epilogue);
        if (sizeof(TExtent) > 4)
            Store(c, column + (3 * count), c3, in epilogue);
        if (sizeof(TExtent) > 5)
            Store(c, column + (4 * count), c4, in epilogue);
        if (sizeof(TExtent) > 6)
            Store(c, column + (5 * count), c5, in epilogue);
        if (sizeof(TExtent) > 7)
            Store(c, column + (6 * count), c6, in epilogue);
        Store(c, last, end, in epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TEpilogue>(T* c, nint column, TVector chain, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct =>
        TVector.Store(epilogue.Finish(chain, column, in *(c + column)), ref *(c + column), 0);
}
