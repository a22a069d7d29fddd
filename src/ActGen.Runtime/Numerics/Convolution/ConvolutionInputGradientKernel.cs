namespace ActGen.CompilerServices;

/// <summary>dx for some images: every element a chain over the rows and columns of the flipped kernel and the output channels, ascending (rule 2 of the canonical orders).</summary>
/// <remarks>The forward product on the padded gradient of the output, with flipped weights; with a stride one product for each phase of the input's cells.</remarks>
internal ref struct ConvolutionInputGradientKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostLanes = 16;

    public ConvolutionShape Shape;
    /// <summary>dz; where there are <see cref="Places"/>, of the pooled values.</summary>
    public ReadOnlySpan<T> OutputGradient;

    /// <summary>Behind a pool: to which cell of its window each pooled value's gradient goes. The others have 0. Else empty.</summary>
    public ReadOnlySpan<T> Places;

    /// <summary>The pool's window, where there are <see cref="Places"/>.</summary>
    public PoolWindow Window;

    /// <summary>Where dz of an image goes that is put together behind a pool.</summary>
    public Span<T> Unpooled;

    /// <summary>W, as <see cref="FlippedKernel{T}"/>.</summary>
    public ReadOnlySpan<T> Flipped;

    public Span<T> InputGradient;

    /// <summary>Where the padded gradient of an image goes.</summary>
    public Span<T> Padded;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        ConvolutionAxis rows = Shape.Rows, columns = Shape.Columns;
        int images = InputGradient.Length / Shape.Input;
        bool isPlanar = Shape.IsGradientPlanar(TVector.Count);
        for (int image = 0; image < images; image++)
        {
            ReadOnlySpan<T> source = Source<TVector>(image);
            if (isPlanar)
            {
                Planar<TVector>(source, InputGradient.Slice(image * Shape.Input, Shape.Input));
                continue;
            }
            if (Shape.PadsGradient)
            {
                Span<T> copy = Padded[..Shape.PaddedGradient];
                PaddedImage<T>.Write(source, columns.Output, Shape.Filters, rows.GradientPadding, columns.GradientPadding, copy, columns.PaddedGradient, 0, rows.PaddedGradient);
                source = copy;
            }
            Image<TVector>(source, InputGradient.Slice(image * Shape.Input, Shape.Input));
        }
    }

    /// <summary>dz of an image.</summary>
    private readonly unsafe ReadOnlySpan<T> Source<TVector>(int image)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (Places.IsEmpty)
            return OutputGradient.Slice(image * Shape.Output, Shape.Output);
        Span<T> dz = Unpooled[..Shape.Output];
        fixed (T* gradient = OutputGradient, places = Places, to = dz)
            UnpooledPositions<T, TVector>.Write(gradient, places, in Window, Shape.Rows.Output, Shape.Columns.Output, image * Shape.Positions, (image + 1) * Shape.Positions, to, null);
        return dz;
    }

    private readonly unsafe void Planar<TVector>(ReadOnlySpan<T> source, Span<T> inputGradient)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        PlanarShape shape = PlanarShape.Back(in Shape);
        fixed (T* gradient = source, flipped = Flipped, result = inputGradient)
        {
            for (int group = 0; group < Shape.Groups; group++)
            {
                CellsOfPlanes<T> cells = new(result + (group * Shape.GroupChannels), 0, shape.Columns.Positions, shape.Outputs, shape.ResultCell);
                PlanarProduct<T, TVector>.Run(gradient + (group * Shape.GroupFilters), in shape, 0, shape.Rows.Positions, flipped + ((nint)group * Shape.GroupFilters * Shape.GroupChannels), in cells, default(StoreSegments<T, TVector>));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void Image<TVector>(ReadOnlySpan<T> source, Span<T> result)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int tapsBefore = 0;
        for (int top = 0; top < Shape.Rows.Phases; top++)
        {
            for (int left = 0; left < Shape.Columns.Phases; left++)
            {
                AxisPhase rows = AxisPhase.Of(Shape.Rows, top), columns = AxisPhase.Of(Shape.Columns, left);
                int taps = rows.Taps * columns.Taps;
                Phase<TVector>(source, result[(((top * Shape.Columns.Input) + left) * Shape.Channels)..], rows, columns, Flipped.Slice(tapsBefore * Shape.GroupChannels * Shape.Filters, taps * Shape.GroupChannels * Shape.Filters));
                tapsBefore += taps;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void Phase<TVector>(ReadOnlySpan<T> source, Span<T> result, AxisPhase rows, AxisPhase columns, ReadOnlySpan<T> weights)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int width = Shape.PadsGradient ? Shape.Columns.PaddedGradient : Shape.Columns.Output, cell = Shape.Filters, channels = Shape.IsDepthwise ? Shape.Channels : Shape.GroupChannels;
        nint rowStride = (nint)rows.SourceStep * width * cell, columnStride = (nint)columns.SourceStep * cell;
        SegmentShape shape = new(cell, Shape.IsDepthwise ? columnStride : 1, channels, (nint)Shape.Columns.Stride * Shape.Channels, Math.Min(channels, TVector.Count));
        ImageLines lines = new(rows.Cells, columns.Cells, (nint)width * cell, (nint)Shape.Rows.Stride * Shape.Columns.Input * Shape.Channels);
        int taps = rows.Taps * columns.Taps;
        ProductSegment<T>* segments = stackalloc ProductSegment<T>[TapSegments<T>.Most(taps)];
        T* lastRow = stackalloc T[MostLanes];
        StoreSegments<T, TVector> store = default;
        fixed (T* gradient = source, flipped = weights, to = result)
        {
            T* a = gradient + (((nint)(rows.Source + Shape.Rows.GradientPadding) * width) + columns.Source + Shape.Columns.GradientPadding) * cell;
            if (Shape.IsDepthwise)
            {
                int depthwise = TapSegments<T>.Write(segments, rows.Taps, columns.Taps, rowStride, columnStride, shape.StepStrideA, 1, flipped, channels, channels);
                DepthwiseProduct<T, TVector>.Run(a, segments, depthwise, to, in shape, lines, channels, store);
                return;
            }
            int steps = Shape.GroupFilters;
            for (int group = 0; group < Shape.Groups; group++)
            {
                int count = TapSegments<T>.Write(segments, rows.Taps, columns.Taps, rowStride, columnStride, shape.StepStrideA, steps, flipped + ((nint)group * steps * channels), (nint)Shape.Filters * channels, channels);
                if (channels < TVector.Count && count > 0)
                    TapSegments<T>.CopyLast(segments, ref count, in shape, 0, channels, lastRow);
                ImageProduct<T, TVector>.Run<SameForAll<T, TVector>, StoreSegments<T, TVector>>(a + (group * steps), segments, count, to + (group * channels), in shape, lines, 0, channels, store);
            }
        }
    }
}
