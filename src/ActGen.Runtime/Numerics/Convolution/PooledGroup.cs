namespace ActGen.CompilerServices;

/// <summary>Windows of 2 × 2 over the chains of one vector of filters: two lines make a line of windows, whose values never leave the near memory of their tile.</summary>
/// <param name="output">The pooled image.</param>
/// <param name="places">As <see cref="PooledCells{T, TVector, TPool}"/> writes them, or null.</param>
/// <param name="columns">Pooled positions of a line.</param>
/// <param name="cell">From a pooled position to the next one: filters of all groups.</param>
internal readonly unsafe struct PooledGroup<T, TVector, TActivation, TPool>(T* output, T* places, int columns, int cell) : IGroupTarget<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TActivation : IActivation
    where TPool : IPoolFunction
{
    private const int Side = 2;

    /// <summary>Whether these are such windows, and a group is one vector of filters.</summary>
    /// <param name="shape">The convolution; its lanes are filters.</param>
    /// <param name="window">The pool.</param>
    public static bool Takes(in ConvolutionShape shape, in PoolWindow window) =>
        LinePairs<T, TVector>.AreSupported && !shape.IsDepthwise && shape.GroupFilters <= TVector.Count
        && window.Vertical is { Size: Side, Stride: Side } && window.Horizontal is { Size: Side, Stride: Side };

    public void Run(T* a, ProductSegment<T>* segments, int count, in SegmentShape shape, ImageLines lines, nint first, nint filters, T* bias)
    {
        TVector column = new AddSegmentBias<T, TVector>(bias).Column(first);
        nint line = (nint)columns * cell;
        T* values = output + first, numbers = places == null ? null : places + first;
        for (nint left = lines.Lines / Side; left > 0; left--)
        {
            PooledLinePair<T, TVector, TActivation, TPool> windows = new(values, numbers, cell, (int)filters, column);
            LinePairs<T, TVector>.Run(a, lines.LineStrideA, segments, segments + count, in shape, first, Side * columns, ref windows);
            a += Side * lines.LineStrideA;
            values += line;
            numbers = numbers == null ? null : numbers + line;
        }
    }
}

/// <summary>A line of windows.</summary>
/// <param name="output">Its first value.</param>
/// <param name="places">As many, or null.</param>
/// <param name="cell">From a window to the next one.</param>
/// <param name="lanes">Filters.</param>
/// <param name="bias">One for each filter.</param>
internal unsafe struct PooledLinePair<T, TVector, TActivation, TPool>(T* output, T* places, nint cell, int lanes, TVector bias) : ILinePairResults<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TActivation : IActivation
    where TPool : IPoolFunction
{
    private T* _output = output, _places = places;

    public static int PositionsTogether => 2;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(T* chains, int positions)
    {
        T* below = chains + (positions * TVector.Count);
        TVector column = bias, size = TVector.Constant(4);
        for (int left = positions / 2; left > 0; left--, chains += 2 * TVector.Count, below += 2 * TVector.Count, _output += cell)
        {
            TVector first = Finished(chains, column), second = Finished(chains + TVector.Count, column), third = Finished(below, column), fourth = Finished(below + TVector.Count, column);
            TVector value = PoolOfFour<TPool>.Value(first, second, third, fourth, size);
            RowVector<T, TVector>.Store(value, _output, lanes);
            if (_places == null)
                continue;
            RowVector<T, TVector>.Store(PoolOfFour<TPool>.Place(first, second, third, fourth, value), _places, lanes);
            _places += cell;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Finished(T* chain, TVector column) => TActivation.Forward<TVector, Accurate>(TVector.Load(in *chain, 0) + column, default);
}
