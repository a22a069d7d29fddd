namespace ActGen.CompilerServices;

/// <summary>The register tile of one vector of columns: up to ten positions of each of two lines, every output one chain over segments.</summary>
/// <remarks>Each multiply-add reads its factor from memory, and a step its vector of B: with the rows of one line the loads, of which there are two in a cycle, took longer than the multiply-adds. The
/// places of ten positions are three pointers and the distance of cells times 1, 2, 4 and 8, which addresses hold; with more there are not registers enough for them.
/// The chains are left in memory: what becomes of twenty of them is more than the JIT would inline here.</remarks>
internal static unsafe class LinePairTile<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Positions of a line at most.</summary>
    public const int Widest = 10;

    /// <summary>One tile.</summary>
    /// <param name="a">What the first position of the first line reads.</param>
    /// <param name="line">From a line of A to the next one.</param>
    /// <param name="segments">The steps.</param>
    /// <param name="end">Behind the last segment.</param>
    /// <param name="shape">Strides.</param>
    /// <param name="column">Number of the first column.</param>
    /// <param name="chains">Where they go: those of the first line, then those of the second one, a vector each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TPositions>(T* a, nint line, ProductSegment<T>* segments, ProductSegment<T>* end, in SegmentShape shape, nint column, T* chains)
        where TPositions : unmanaged, ITileExtent
    {
        nint cell = shape.RowStrideA * sizeof(T), step = shape.StepStrideA * sizeof(T), stepB = shape.StepStrideB;
        TVector u0 = TVector.Zero, l0 = TVector.Zero;
        TVector u1 = TVector.Zero, l1 = TVector.Zero;
        TVector u2 = TVector.Zero, l2 = TVector.Zero;
        TVector u3 = TVector.Zero, l3 = TVector.Zero;
        TVector u4 = TVector.Zero, l4 = TVector.Zero;
        TVector u5 = TVector.Zero, l5 = TVector.Zero;
        TVector u6 = TVector.Zero, l6 = TVector.Zero;
        TVector u7 = TVector.Zero, l7 = TVector.Zero;
        TVector u8 = TVector.Zero, l8 = TVector.Zero;
        TVector u9 = TVector.Zero, l9 = TVector.Zero;

        for (; segments < end; segments++)
        {
            byte* upper0 = (byte*)(a + segments->A), upper3 = upper0 + (3 * cell), upper5 = upper0 + (5 * cell);
            byte* lower0 = (byte*)(a + segments->A + line), lower3 = lower0 + (3 * cell), lower5 = lower0 + (5 * cell);
            T* b = segments->B + column;
            for (nint left = segments->Steps; left > 0; left--)
            {
                TVector weights = TVector.Load(in *b, 0);
                if (sizeof(TPositions) > 0)
                {
                    TVector.Accumulate((T*)(upper0), weights, ref u0);
                    TVector.Accumulate((T*)(lower0), weights, ref l0);
                }
                if (sizeof(TPositions) > 1)
                {
                    TVector.Accumulate((T*)(upper0 + cell), weights, ref u1);
                    TVector.Accumulate((T*)(lower0 + cell), weights, ref l1);
                }
                if (sizeof(TPositions) > 2)
                {
                    TVector.Accumulate((T*)(upper0 + (2 * cell)), weights, ref u2);
                    TVector.Accumulate((T*)(lower0 + (2 * cell)), weights, ref l2);
                }
                if (sizeof(TPositions) > 3)
                {
                    TVector.Accumulate((T*)(upper3), weights, ref u3);
                    TVector.Accumulate((T*)(lower3), weights, ref l3);
                }
                if (sizeof(TPositions) > 4)
                {
                    TVector.Accumulate((T*)(upper0 + (4 * cell)), weights, ref u4);
                    TVector.Accumulate((T*)(lower0 + (4 * cell)), weights, ref l4);
                }
                if (sizeof(TPositions) > 5)
                {
                    TVector.Accumulate((T*)(upper5), weights, ref u5);
                    TVector.Accumulate((T*)(lower5), weights, ref l5);
                }
                if (sizeof(TPositions) > 6)
                {
                    TVector.Accumulate((T*)(upper5 + cell), weights, ref u6);
                    TVector.Accumulate((T*)(lower5 + cell), weights, ref l6);
                }
                if (sizeof(TPositions) > 7)
                {
                    TVector.Accumulate((T*)(upper5 + (2 * cell)), weights, ref u7);
                    TVector.Accumulate((T*)(lower5 + (2 * cell)), weights, ref l7);
                }
                if (sizeof(TPositions) > 8)
                {
                    TVector.Accumulate((T*)(upper0 + (8 * cell)), weights, ref u8);
                    TVector.Accumulate((T*)(lower0 + (8 * cell)), weights, ref l8);
                }
                if (sizeof(TPositions) > 9)
                {
                    TVector.Accumulate((T*)(upper5 + (4 * cell)), weights, ref u9);
                    TVector.Accumulate((T*)(lower5 + (4 * cell)), weights, ref l9);
                }
                upper0 += step;
                upper3 += step;
                upper5 += step;
                lower0 += step;
                lower3 += step;
                lower5 += step;
                b += stepB;
            }
        }

        T* below = chains + (sizeof(TPositions) * TVector.Count);
        if (sizeof(TPositions) > 0)
        {
            TVector.Store(u0, ref *chains, (nuint)(0 * TVector.Count));
            TVector.Store(l0, ref *below, (nuint)(0 * TVector.Count));
        }
        if (sizeof(TPositions) > 1)
        {
            TVector.Store(u1, ref *chains, (nuint)(1 * TVector.Count));
            TVector.Store(l1, ref *below, (nuint)(1 * TVector.Count));
        }
        if (sizeof(TPositions) > 2)
        {
            TVector.Store(u2, ref *chains, (nuint)(2 * TVector.Count));
            TVector.Store(l2, ref *below, (nuint)(2 * TVector.Count));
        }
        if (sizeof(TPositions) > 3)
        {
            TVector.Store(u3, ref *chains, (nuint)(3 * TVector.Count));
            TVector.Store(l3, ref *below, (nuint)(3 * TVector.Count));
        }
        if (sizeof(TPositions) > 4)
        {
            TVector.Store(u4, ref *chains, (nuint)(4 * TVector.Count));
            TVector.Store(l4, ref *below, (nuint)(4 * TVector.Count));
        }
        if (sizeof(TPositions) > 5)
        {
            TVector.Store(u5, ref *chains, (nuint)(5 * TVector.Count));
            TVector.Store(l5, ref *below, (nuint)(5 * TVector.Count));
        }
        if (sizeof(TPositions) > 6)
        {
            TVector.Store(u6, ref *chains, (nuint)(6 * TVector.Count));
            TVector.Store(l6, ref *below, (nuint)(6 * TVector.Count));
        }
        if (sizeof(TPositions) > 7)
        {
            TVector.Store(u7, ref *chains, (nuint)(7 * TVector.Count));
            TVector.Store(l7, ref *below, (nuint)(7 * TVector.Count));
        }
        if (sizeof(TPositions) > 8)
        {
            TVector.Store(u8, ref *chains, (nuint)(8 * TVector.Count));
            TVector.Store(l8, ref *below, (nuint)(8 * TVector.Count));
        }
        if (sizeof(TPositions) > 9)
        {
            TVector.Store(u9, ref *chains, (nuint)(9 * TVector.Count));
            TVector.Store(l9, ref *below, (nuint)(9 * TVector.Count));
        }
    }
}
