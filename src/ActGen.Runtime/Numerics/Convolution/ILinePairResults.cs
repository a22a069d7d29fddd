namespace ActGen.CompilerServices;

/// <summary>What becomes of the chains of <see cref="LinePairs{T, TVector}"/>.</summary>
internal unsafe interface ILinePairResults<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Tiles begin at multiples of it.</summary>
    static abstract int PositionsTogether { get; }

    /// <summary>Takes those of the next positions.</summary>
    /// <param name="chains">Those of the first line, then those of the second one, a vector each.</param>
    /// <param name="positions">How many of each line.</param>
    void Take(T* chains, int positions);
}

/// <summary>Every one is finished and stored.</summary>
/// <param name="cells">The first position of the first line, at the first column.</param>
/// <param name="line">From a line to the next one.</param>
/// <param name="cell">From a position to the next one.</param>
/// <param name="lanes">Columns.</param>
/// <param name="column">What the epilogue gave for the columns.</param>
/// <param name="epilogue">What is stored.</param>
internal unsafe struct CellsOfLinePair<T, TVector, TEpilogue>(T* cells, nint line, nint cell, int lanes, TVector column, TEpilogue epilogue) : ILinePairResults<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TEpilogue : struct, ISegmentEpilogue<T, TVector>
{
    private T* _cells = cells;

    public static int PositionsTogether => 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(T* chains, int positions)
    {
        for (int left = positions; left > 0; left--, chains += TVector.Count, _cells += cell)
        {
            T* below = _cells + line;
            RowVector<T, TVector>.Store(epilogue.FinishPart(TVector.Load(in *chains, 0), column, _cells, 0, lanes), _cells, lanes);
            RowVector<T, TVector>.Store(epilogue.FinishPart(TVector.Load(in *(chains + (positions * TVector.Count)), 0), column, below, 0, lanes), below, lanes);
        }
    }
}
