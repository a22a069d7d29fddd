namespace ActGen.CompilerServices;

/// <summary>A part of dW and of db = Σ dz: positions of all images in the order of storage, in chunks, each chunk a chain, chunk results added in ascending order (rule 3 of the canonical orders).</summary>
/// <remarks>A chunk's dz stays in the near caches while all taps read it. Rows of the product are weights of neighbouring elements of the image, columns are filters.</remarks>
internal ref partial struct ConvolutionWeightGradientKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Channels whose sums of a chunk are on the stack.
    private const int MostLanes = 16, MostSums = 4096;
    private const nuint CacheLine = 64;

    public ConvolutionShape Shape;

    /// <summary>The images, padded where <see cref="ConvolutionShape.Pads"/> says so.</summary>
    public ReadOnlySpan<T> Input;

    /// <summary>dz; where there are <see cref="Places"/>, of the pooled values.</summary>
    public ReadOnlySpan<T> OutputGradient;

    /// <summary>Behind a pool: to which cell of its window each pooled value's gradient goes. The others have 0. Else empty.</summary>
    public ReadOnlySpan<T> Places;

    /// <summary>The pool's window, where there are <see cref="Places"/>.</summary>
    public PoolWindow Window;

    public Span<T> WeightGradient;
    public Span<T> BiasGradient;

    /// <summary>The weights of a filter: rows of dW.</summary>
    public (int Start, int End) OwnSteps;

    /// <summary>The filters, columns of dW; whole groups where there are several.</summary>
    public (int Start, int End) OwnFilters;

    /// <summary>Whether the elements of the image that the taps of a kernel row read are neighbours.</summary>
    private readonly bool AreTapsJoined => Shape.Columns.Dilation * Shape.Channels == Shape.GroupChannels;

    /// <summary>Weights of a filter whose elements of the image are neighbours: those of a kernel row, or of a tap.</summary>
    private readonly int RunLength => AreTapsJoined ? Shape.Columns.Kernel * Shape.GroupChannels : Shape.GroupChannels;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (!Places.IsEmpty)
        {
            Unpooled<TVector>();
            return;
        }
        int positions = OutputGradient.Length / Shape.Filters, own = OwnFilters.End - OwnFilters.Start;
        int columns = Shape.IsDepthwise || Shape.Groups == 1 ? own : Shape.GroupFilters;
        ProductSegment<T>* segments = stackalloc ProductSegment<T>[PositionSegments<T>.Most];
        T* lastRow = stackalloc T[MostLanes];
        bool sumsChunks = Shape.IsDepthwise && !BiasGradient.IsEmpty && own is > MostLanes and <= MostSums;
        T* sums = stackalloc T[sumsChunks ? own : 0];
        fixed (T* input = Input, gradient = OutputGradient, result = WeightGradient, bias = BiasGradient)
        {
            for (int start = 0; start < positions; start += RowChunk.Rows)
            {
                int end = Math.Min(positions, start + RowChunk.Rows);
                if (sumsChunks)
                    AddSums<TVector>(gradient, start, end, sums, bias);
                if (Shape.IsDepthwise)
                {
                    DepthwiseWeightGradient<T, TVector>.Chunk(input, in Shape, start, end, gradient, result, OwnFilters.Start, own, adds: start > 0);
                    continue;
                }
                for (int first = OwnFilters.Start; first < OwnFilters.End; first += columns)
                {
                    int count = PositionSegments<T>.Write(segments, in Shape, start, end, gradient);
                    SegmentShape shape = new(1, (nint)Shape.Columns.Stride * Shape.Channels, Shape.Filters, Shape.Filters, Math.Min(columns, TVector.Count));
                    if (columns < TVector.Count && end == positions)
                        TapSegments<T>.CopyLast(segments, ref count, in shape, first, columns, lastRow);
                    Chunk<TVector>(input, segments, count, end - start, result, in shape, first, columns, isFirst: start == 0);
                }
            }
            if (bias == null || sumsChunks)
                return;
            for (int first = OwnFilters.Start; first < OwnFilters.End; first += columns)
            {
                if (columns <= TVector.Count)
                    ColumnSum<T, TVector>.StorePart(gradient + first, Shape.Filters, positions, bias + first, columns);
                else
                    ColumnSum<T, TVector>.Store(gradient + first, Shape.Filters, positions, bias + first, columns);
            }
        }
    }

    /// <summary>A chunk's share in db, which brings dz into the near caches, where dW is about to read it: of a depthwise convolution another pass over dz would take as long as dW.</summary>
    private readonly unsafe void AddSums<TVector>(T* gradient, int start, int end, T* sums, T* bias)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int first = OwnFilters.Start, own = OwnFilters.End - first;
        ColumnSum<T, TVector>.Store(gradient + ((nint)start * Shape.Filters) + first, Shape.Filters, end - start, sums, own);
        for (int i = 0; i < own; i++)
            bias[first + i] = start == 0 ? sums[i] : bias[first + i] + sums[i];
    }

    /// <summary>The same behind a pool: a chunk's dz is put together when it is needed.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void Unpooled<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int positions = OutputGradient.Length / Window.OutputSize * Shape.Positions, own = OwnFilters.End - OwnFilters.Start;
        int columns = Shape.IsDepthwise || Shape.Groups == 1 ? own : Shape.GroupFilters;
        ProductSegment<T>* segments = stackalloc ProductSegment<T>[PositionSegments<T>.Most];
        T* memory = stackalloc T[((RowChunk.Rows + 1) * Shape.Filters) + (2 * MostLanes)], chunk = (T*)(((nuint)memory + CacheLine - 1) & ~(CacheLine - 1)), sums = chunk + (RowChunk.Rows * Shape.Filters) + MostLanes;
        fixed (T* input = Input, gradient = OutputGradient, places = Places, result = WeightGradient, bias = BiasGradient)
        {
            for (int start = 0; start < positions; start += RowChunk.Rows)
            {
                int end = Math.Min(positions, start + RowChunk.Rows);
                new Span<T>(sums, Shape.Filters).Clear();
                UnpooledPositions<T, TVector>.Write(gradient, places, in Window, Shape.Rows.Output, Shape.Columns.Output, start, end, chunk, sums);
                for (int filter = OwnFilters.Start; bias != null && filter < OwnFilters.End; filter++)
                    bias[filter] = start == 0 ? sums[filter] : bias[filter] + sums[filter];
                if (Shape.IsDepthwise)
                {
                    DepthwiseWeightGradient<T, TVector>.Chunk(input, in Shape, start, end, chunk - ((nint)start * Shape.Filters), result, OwnFilters.Start, own, adds: start > 0);
                    continue;
                }
                for (int first = OwnFilters.Start; first < OwnFilters.End; first += columns)
                {
                    int count = PositionSegments<T>.Write(segments, in Shape, start, end, chunk - ((nint)start * Shape.Filters));
                    SegmentShape shape = new(1, (nint)Shape.Columns.Stride * Shape.Channels, Shape.Filters, Shape.Filters, Math.Min(columns, TVector.Count));
                    Chunk<TVector>(input, segments, count, end - start, result, in shape, first, columns, isFirst: start == 0);
                }
            }
        }
    }

    private readonly unsafe void Chunk<TVector>(T* input, ProductSegment<T>* segments, int count, int positions, T* result, in SegmentShape shape, int first, int columns, bool isFirst)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (Packs<TVector>(positions, in shape, columns, out ProductShape matrix))
        {
            Packed<TVector>(input, segments, count, result, in matrix, first, columns, isFirst);
        }
        else if (isFirst)
        {
            StoreSegments<T, TVector> store = default;
            Taps<TVector, StoreSegments<T, TVector>>(input, segments, count, result, in shape, first, columns, store);
        }
        else
        {
            AddSegments<T, TVector> add = default;
            Taps<TVector, AddSegments<T, TVector>>(input, segments, count, result, in shape, first, columns, add);
        }
    }

    /// <summary>From the first element of an image to that of a weight of the first filter, both at the first position.</summary>
    private readonly nint Element(int step)
    {
        nint cell = Shape.Channels, line = (Shape.Pads ? Shape.Columns.Padded : Shape.Columns.Input) * cell;
        (int tap, int channel) = Math.DivRem(step, Shape.GroupChannels);
        (int row, int column) = Math.DivRem(tap, Shape.Columns.Kernel);
        return (row * Shape.Rows.Dilation * line) + (column * Shape.Columns.Dilation * cell) + channel;
    }

    /// <summary>A chunk's share in all own weights. Neighbouring elements of an image are rows of one product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void Taps<TVector, TEpilogue>(T* input, ProductSegment<T>* segments, int count, T* result, in SegmentShape shape, int first, int columns, TEpilogue epilogue)
        where TVector : unmanaged, ISimd<TVector, T>
        where TEpilogue : struct, ISegmentEpilogue<T, TVector>
    {
        nint group = (nint)(first / Shape.GroupFilters) * Shape.GroupChannels;
        int run = RunLength;
        // Three chains alone wait for each other: a tile takes several kernel rows of three.
        bool isShort = run == SegmentShape.Together && AreTapsJoined;
        SegmentShape strides = shape with { ThreeRowsStrideA = isShort ? Element(run) : SegmentShape.Together };
        nint column = 0;
        while (SegmentColumns.Next<T, TVector>(ref column, columns, out TileColumns tile))
        {
            tile = tile with { First = first + tile.First };
            int most = isShort ? SegmentShape.Tallest(tile.Vectors) / run * run : run;
            for (int start = OwnSteps.Start, end; start < OwnSteps.End; start = end)
            {
                int within = start % run, step = start - within;
                end = Math.Min(within == 0 ? start + most : step + run, OwnSteps.End);
                T* a = input + Element(start) + group;
                T* c = result + ((nint)start * Shape.Filters) + tile.First;
                SegmentRows<T, TVector>.Run<TEpilogue>(a, segments, segments + count, c, in strides, end - start, in tile, epilogue);
            }
        }
    }
}
