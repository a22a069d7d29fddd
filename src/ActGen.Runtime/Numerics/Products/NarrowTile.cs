namespace ActGen.CompilerServices;

/// <summary>The register tile of narrow products: rows by one or two vectors of C = A·B, every output the sum of four chains, or one chain.</summary>
/// <remarks>Sums and chains both stay in registers: twelve of each, two vectors of B and one broadcast fill 27 of 32. Accumulators are scalar locals:
/// arrays, stack memory and inline arrays cost a factor of three to five. Rows beyond the height are never used and the JIT drops them.</remarks>
internal static unsafe class NarrowTile<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Two vectors of columns, the second one at any distance (it may overlap the first).</summary>
    /// <typeparam name="TChains">Chains of an output: four, or one for a sum that is no narrow product's.</typeparam>
    /// <typeparam name="THeight">Rows.</typeparam>
    /// <typeparam name="TEpilogue">What is stored.</typeparam>
    /// <param name="a">First row of A.</param>
    /// <param name="b">Row 0 of B.</param>
    /// <param name="c">First row of C.</param>
    /// <param name="shape">Strides and steps.</param>
    /// <param name="first">Column of the first vector.</param>
    /// <param name="second">Column of the second vector.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TwoVectors<TChains, THeight, TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint first, nint second, scoped ref readonly TEpilogue epilogue)
        where TChains : unmanaged, ITileExtent
        where THeight : unmanaged, ITileExtent
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        // Steps in bytes: as elements they would be scaled in each step.
        nint row = shape.RowStrideA, twoRows = 2 * row, stepB = shape.StepStrideB * sizeof(T), stepA = shape.StepStrideA * sizeof(T), segment = shape.Steps / sizeof(TChains);
        T* a0 = a, a3 = a + (3 * row);
        T* bL = b + first;
        nint right = second - first;
        TVector s0L = TVector.Zero, s0R = TVector.Zero;
        TVector s1L = TVector.Zero, s1R = TVector.Zero;
        TVector s2L = TVector.Zero, s2R = TVector.Zero;
        TVector s3L = TVector.Zero, s3R = TVector.Zero;
        TVector s4L = TVector.Zero, s4R = TVector.Zero;
        TVector s5L = TVector.Zero, s5R = TVector.Zero;
        for (int chains = sizeof(TChains); chains > 0; chains--)
        {
            nint steps = chains > 1 ? segment : shape.Steps - ((sizeof(TChains) - 1) * segment);
            TVector c0L = TVector.Zero, c0R = TVector.Zero;
            TVector c1L = TVector.Zero, c1R = TVector.Zero;
            TVector c2L = TVector.Zero, c2R = TVector.Zero;
            TVector c3L = TVector.Zero, c3R = TVector.Zero;
            TVector c4L = TVector.Zero, c4R = TVector.Zero;
            TVector c5L = TVector.Zero, c5R = TVector.Zero;
            T* behind = bL + (steps * shape.StepStrideB);
            while (bL != behind)
            {
                TVector left = TVector.Load(in *bL, 0), rightVector = TVector.Load(in *(bL + right), 0);
                if (sizeof(THeight) > 0)
                    Step(*a0, left, rightVector, ref c0L, ref c0R);
                if (sizeof(THeight) > 1)
                    Step(a0[row], left, rightVector, ref c1L, ref c1R);
                if (sizeof(THeight) > 2)
                    Step(a0[twoRows], left, rightVector, ref c2L, ref c2R);
                if (sizeof(THeight) > 3)
                    Step(*a3, left, rightVector, ref c3L, ref c3R);
                if (sizeof(THeight) > 4)
                    Step(a3[row], left, rightVector, ref c4L, ref c4R);
                if (sizeof(THeight) > 5)
                    Step(a3[twoRows], left, rightVector, ref c5L, ref c5R);
                a0 = (T*)((byte*)a0 + stepA);
                a3 = (T*)((byte*)a3 + stepA);
                bL = (T*)((byte*)bL + stepB);
            }
            s0L = sizeof(TChains) == 1 ? c0L : s0L + c0L;
            s0R = sizeof(TChains) == 1 ? c0R : s0R + c0R;
            s1L = sizeof(TChains) == 1 ? c1L : s1L + c1L;
            s1R = sizeof(TChains) == 1 ? c1R : s1R + c1R;
            s2L = sizeof(TChains) == 1 ? c2L : s2L + c2L;
            s2R = sizeof(TChains) == 1 ? c2R : s2R + c2R;
            s3L = sizeof(TChains) == 1 ? c3L : s3L + c3L;
            s3R = sizeof(TChains) == 1 ? c3R : s3R + c3R;
            s4L = sizeof(TChains) == 1 ? c4L : s4L + c4L;
            s4R = sizeof(TChains) == 1 ? c4R : s4R + c4R;
            s5L = sizeof(TChains) == 1 ? c5L : s5L + c5L;
            s5R = sizeof(TChains) == 1 ? c5R : s5R + c5R;
        }

        nint rowC = shape.RowStrideC;
        Store(c + (0 * rowC), first, second, s0L, s0R, in epilogue);
        if (sizeof(THeight) > 1)
            Store(c + (1 * rowC), first, second, s1L, s1R, in epilogue);
        if (sizeof(THeight) > 2)
            Store(c + (2 * rowC), first, second, s2L, s2R, in epilogue);
        if (sizeof(THeight) > 3)
            Store(c + (3 * rowC), first, second, s3L, s3R, in epilogue);
        if (sizeof(THeight) > 4)
            Store(c + (4 * rowC), first, second, s4L, s4R, in epilogue);
        if (sizeof(THeight) > 5)
            Store(c + (5 * rowC), first, second, s5L, s5R, in epilogue);
    }

    /// <summary>One vector of columns. Its lanes beyond the columns hold elements of the next row of B, which every row has but the last one; they are not stored.</summary>
    /// <typeparam name="TChains">Chains of an output: four, or one for a sum that is no narrow product's.</typeparam>
    /// <typeparam name="THeight">Rows.</typeparam>
    /// <typeparam name="TEpilogue">What is stored.</typeparam>
    /// <param name="a">First row of A.</param>
    /// <param name="b">Row 0 of B.</param>
    /// <param name="c">First row of C.</param>
    /// <param name="shape">Strides and steps.</param>
    /// <param name="column">Column of the vector.</param>
    /// <param name="lanes">How many of its lanes are columns.</param>
    /// <param name="epilogue">What is stored.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OneVector<TChains, THeight, TEpilogue>(T* a, T* b, T* c, in ProductShape shape, nint column, int lanes, scoped ref readonly TEpilogue epilogue)
        where TChains : unmanaged, ITileExtent
        where THeight : unmanaged, ITileExtent
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        // Steps in bytes: as elements they would be scaled in each step.
        nint row = shape.RowStrideA, twoRows = 2 * row, stepB = shape.StepStrideB * sizeof(T), stepA = shape.StepStrideA * sizeof(T), segment = shape.Steps / sizeof(TChains);
        T* a0 = a, a3 = a + (3 * row), a6 = a + (6 * row);
        T* bL = b + column;
        TVector s0 = TVector.Zero;
        TVector s1 = TVector.Zero;
        TVector s2 = TVector.Zero;
        TVector s3 = TVector.Zero;
        TVector s4 = TVector.Zero;
        TVector s5 = TVector.Zero;
        TVector s6 = TVector.Zero;
        TVector s7 = TVector.Zero;
        for (int chains = sizeof(TChains); chains > 0; chains--)
        {
            // The last row of B comes by itself.
            nint steps = chains > 1 ? segment : shape.Steps - ((sizeof(TChains) - 1) * segment) - 1;
            TVector c0 = TVector.Zero;
            TVector c1 = TVector.Zero;
            TVector c2 = TVector.Zero;
            TVector c3 = TVector.Zero;
            TVector c4 = TVector.Zero;
            TVector c5 = TVector.Zero;
            TVector c6 = TVector.Zero;
            TVector c7 = TVector.Zero;
            T* behind = bL + (steps * shape.StepStrideB);
            while (bL != behind)
            {
                TVector weights = TVector.Load(in *bL, 0);
                Step<THeight>(a0, a3, a6, row, weights, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5, ref c6, ref c7);
                a0 = (T*)((byte*)a0 + stepA);
                a3 = (T*)((byte*)a3 + stepA);
                a6 = (T*)((byte*)a6 + stepA);
                bL = (T*)((byte*)bL + stepB);
            }
            if (chains == 1)
            {
                TVector weights = RowVector<T, TVector>.Load(bL, lanes);
                Step<THeight>(a0, a3, a6, row, weights, ref c0, ref c1, ref c2, ref c3, ref c4, ref c5, ref c6, ref c7);
            }
            s0 = sizeof(TChains) == 1 ? c0 : s0 + c0;
            s1 = sizeof(TChains) == 1 ? c1 : s1 + c1;
            s2 = sizeof(TChains) == 1 ? c2 : s2 + c2;
            s3 = sizeof(TChains) == 1 ? c3 : s3 + c3;
            s4 = sizeof(TChains) == 1 ? c4 : s4 + c4;
            s5 = sizeof(TChains) == 1 ? c5 : s5 + c5;
            s6 = sizeof(TChains) == 1 ? c6 : s6 + c6;
            s7 = sizeof(TChains) == 1 ? c7 : s7 + c7;
        }

        nint rowC = shape.RowStrideC;
        Store(c + (0 * rowC), column, lanes, s0, in epilogue);
        if (sizeof(THeight) > 1)
            Store(c + (1 * rowC), column, lanes, s1, in epilogue);
        if (sizeof(THeight) > 2)
            Store(c + (2 * rowC), column, lanes, s2, in epilogue);
        if (sizeof(THeight) > 3)
            Store(c + (3 * rowC), column, lanes, s3, in epilogue);
        if (sizeof(THeight) > 4)
            Store(c + (4 * rowC), column, lanes, s4, in epilogue);
        if (sizeof(THeight) > 5)
            Store(c + (5 * rowC), column, lanes, s5, in epilogue);
        if (sizeof(THeight) > 6)
            Store(c + (6 * rowC), column, lanes, s6, in epilogue);
        if (sizeof(THeight) > 7)
            Store(c + (7 * rowC), column, lanes, s7, in epilogue);
    }

    /// <summary>One step of a row's two chains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(T a, TVector left, TVector right, ref TVector chainLeft, ref TVector chainRight)
    {
        TVector x = TVector.Broadcast(a);
        TVector.Accumulate(x, left, ref chainLeft);
        TVector.Accumulate(x, right, ref chainRight);
    }

    /// <summary>One step of the chains of all rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<THeight>(T* a0, T* a3, T* a6, nint row, TVector weights, ref TVector c0, ref TVector c1, ref TVector c2, ref TVector c3, ref TVector c4, ref TVector c5, ref TVector c6, ref TVector c7)
        where THeight : unmanaged, ITileExtent
    {
        if (sizeof(THeight) > 0)
            TVector.Accumulate(a0, weights, ref c0);
        if (sizeof(THeight) > 1)
            TVector.Accumulate(a0 + row, weights, ref c1);
        if (sizeof(THeight) > 2)
            TVector.Accumulate(a0 + (2 * row), weights, ref c2);
        if (sizeof(THeight) > 3)
            TVector.Accumulate(a3, weights, ref c3);
        if (sizeof(THeight) > 4)
            TVector.Accumulate(a3 + row, weights, ref c4);
        if (sizeof(THeight) > 5)
            TVector.Accumulate(a3 + (2 * row), weights, ref c5);
        if (sizeof(THeight) > 6)
            TVector.Accumulate(a6, weights, ref c6);
        if (sizeof(THeight) > 7)
            TVector.Accumulate(a6 + row, weights, ref c7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TEpilogue>(T* c, nint first, nint second, TVector left, TVector right, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        // Where the vectors overlap, both hold the same bits.
        TVector.Store(epilogue.Finish(left, first, in *(c + first)), ref *(c + first), 0);
        TVector.Store(epilogue.Finish(right, second, in *(c + second)), ref *(c + second), 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TEpilogue>(T* c, nint column, int lanes, TVector sum, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct =>
        RowVector<T, TVector>.Store(epilogue.Finish(sum, column, in *(c + column)), c + column, lanes);
}
