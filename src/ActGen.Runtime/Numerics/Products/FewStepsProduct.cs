namespace ActGen.CompilerServices;

/// <summary>A narrow product of few steps: B stays in registers while the rows of A come by, and each row of C leaves finished. The chains are those of
/// <see cref="NarrowTile{T, TVector}"/>, so the bits are the same.</summary>
internal static unsafe class FewStepsProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Most steps.</summary>
    public static int Steps => VectorRegisters.AreMany ? 12 : 6;

    /// <summary>All rows and columns.</summary>
    /// <param name="a">A: rows × steps.</param>
    /// <param name="b">B: steps × columns.</param>
    /// <param name="c">C: rows × columns; may not overlap A or B.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="steps">Steps, 1 to <see cref="Steps"/>.</param>
    /// <param name="columns">Columns, at least one vector.</param>
    /// <param name="epilogue">What is stored.</param>
    public static void Run<TEpilogue>(T* a, T* b, T* c, nint rows, nint steps, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        for (nint next = 0; next < columns; next += TVector.Count)
        {
            // The last vector overlaps its neighbour where the columns are not a whole number of vectors.
            nint column = nint.Min(next, columns - TVector.Count);
            switch (steps)
            {
                case 1:
                    Columns<TileExtent.One, TEpilogue>(a, b + column, c + column, rows, columns, column, in epilogue);
                    break;
                case 2:
                    Columns<TileExtent.Two, TEpilogue>(a, b + column, c + column, rows, columns, column, in epilogue);
                    break;
                case 3:
                    Columns<TileExtent.Three, TEpilogue>(a, b + column, c + column, rows, columns, column, in epilogue);
                    break;
                case 4:
                    Columns<TileExtent.Four, TEpilogue>(a, b + column, c + column, rows, columns, column, in epilogue);
                    break;
                case 5:
                    Columns<TileExtent.Five, TEpilogue>(a, b + column, c + column, rows, columns, column, in epilogue);
                    break;
                case 6:
                    Columns<TileExtent.Six, TEpilogue>(a, b + column, c + column, rows, columns, column, in epilogue);
                    break;
                case 7:
                    Columns<TileExtent.Seven, TEpilogue>(a, b + column, c + column, rows, columns, column, in epilogue);
                    break;
                case 8:
                    Columns<TileExtent.Eight, TEpilogue>(a, b + column, c + column, rows, columns, column, in epilogue);
                    break;
                case 9:
                    Columns<TileExtent.Nine, TEpilogue>(a, b + column, c + column, rows, columns, column, in epilogue);
                    break;
                case 10:
                    Columns<TileExtent.Ten, TEpilogue>(a, b + column, c + column, rows, columns, column, in epilogue);
                    break;
                case 11:
                    Columns<TileExtent.Eleven, TEpilogue>(a, b + column, c + column, rows, columns, column, in epilogue);
                    break;
                default:
                    Columns<TileExtent.Twelve, TEpilogue>(a, b + column, c + column, rows, columns, column, in epilogue);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns<TSteps, TEpilogue>(T* a, T* b, T* c, nint rows, nint stride, nint column, scoped ref readonly TEpilogue epilogue)
        where TSteps : unmanaged, ITileExtent
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        TVector b0 = sizeof(TSteps) > 0 ? TVector.Load(in *(b + (0 * stride)), 0) : TVector.Zero;
        TVector b1 = sizeof(TSteps) > 1 ? TVector.Load(in *(b + (1 * stride)), 0) : TVector.Zero;
        TVector b2 = sizeof(TSteps) > 2 ? TVector.Load(in *(b + (2 * stride)), 0) : TVector.Zero;
        TVector b3 = sizeof(TSteps) > 3 ? TVector.Load(in *(b + (3 * stride)), 0) : TVector.Zero;
        TVector b4 = sizeof(TSteps) > 4 ? TVector.Load(in *(b + (4 * stride)), 0) : TVector.Zero;
        TVector b5 = sizeof(TSteps) > 5 ? TVector.Load(in *(b + (5 * stride)), 0) : TVector.Zero;
        TVector b6 = sizeof(TSteps) > 6 ? TVector.Load(in *(b + (6 * stride)), 0) : TVector.Zero;
        TVector b7 = sizeof(TSteps) > 7 ? TVector.Load(in *(b + (7 * stride)), 0) : TVector.Zero;
        TVector b8 = sizeof(TSteps) > 8 ? TVector.Load(in *(b + (8 * stride)), 0) : TVector.Zero;
        TVector b9 = sizeof(TSteps) > 9 ? TVector.Load(in *(b + (9 * stride)), 0) : TVector.Zero;
        TVector b10 = sizeof(TSteps) > 10 ? TVector.Load(in *(b + (10 * stride)), 0) : TVector.Zero;
        TVector b11 = sizeof(TSteps) > 11 ? TVector.Load(in *(b + (11 * stride)), 0) : TVector.Zero;
        for (; rows > 0; rows--)
        {
            TVector sum = TVector.Zero, chain = TVector.Zero;
            if (sizeof(TSteps) > 0)
                Step<TSteps>(0, a, b0, ref sum, ref chain);
            if (sizeof(TSteps) > 1)
                Step<TSteps>(1, a, b1, ref sum, ref chain);
            if (sizeof(TSteps) > 2)
                Step<TSteps>(2, a, b2, ref sum, ref chain);
            if (sizeof(TSteps) > 3)
                Step<TSteps>(3, a, b3, ref sum, ref chain);
            if (sizeof(TSteps) > 4)
                Step<TSteps>(4, a, b4, ref sum, ref chain);
            if (sizeof(TSteps) > 5)
                Step<TSteps>(5, a, b5, ref sum, ref chain);
            if (sizeof(TSteps) > 6)
                Step<TSteps>(6, a, b6, ref sum, ref chain);
            if (sizeof(TSteps) > 7)
                Step<TSteps>(7, a, b7, ref sum, ref chain);
            if (sizeof(TSteps) > 8)
                Step<TSteps>(8, a, b8, ref sum, ref chain);
            if (sizeof(TSteps) > 9)
                Step<TSteps>(9, a, b9, ref sum, ref chain);
            if (sizeof(TSteps) > 10)
                Step<TSteps>(10, a, b10, ref sum, ref chain);
            if (sizeof(TSteps) > 11)
                Step<TSteps>(11, a, b11, ref sum, ref chain);
            TVector.Store(epilogue.Finish(sum + chain, column, in *c), ref *c, 0);
            a += sizeof(TSteps);
            c += stride;
        }
    }

    /// <summary>One step of a chain; before it, where a segment begins, the chain of the one before is added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TSteps>(int step, T* a, TVector b, ref TVector sum, ref TVector chain)
        where TSteps : unmanaged, ITileExtent
    {
        int segment = sizeof(TSteps) / Narrow.Segments;
        if (step != 0 && (step == segment || step == 2 * segment || step == 3 * segment))
        {
            sum += chain;
            chain = TVector.Zero;
        }
        TVector.Accumulate(a + step, b, ref chain);
    }
}
