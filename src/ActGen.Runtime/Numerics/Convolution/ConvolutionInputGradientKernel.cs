namespace ActGen.CompilerServices;

/// <summary>dx for some images: every element a chain over the rows and columns of the flipped kernel and the output channels, ascending (rule 2 of the canonical orders).</summary>
/// <remarks>The forward product on the output's gradient, outside which there are zeros, with flipped weights; with a stride one product for each phase of the input's cells.</remarks>
internal ref partial struct ConvolutionInputGradientKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostLanes = 16, BlockBytes = 256 * 1024;

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
        if (!isPlanar && Packs<TVector>(images))
        {
            Packed<TVector>(images);
            return;
        }
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
                Phase<TVector>(source, result[(((top * Shape.Columns.Input) + left) * Shape.Channels)..], rows, columns, tapsBefore);
                tapsBefore += rows.Taps * columns.Taps;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void Phase<TVector>(ReadOnlySpan<T> source, Span<T> result, AxisPhase rows, AxisPhase columns, int tapsBefore)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int width = Shape.PadsGradient ? Shape.Columns.PaddedGradient : Shape.Columns.Output, cell = Shape.Filters;
        nint line = (nint)width * cell, resultLine = (nint)Shape.Rows.Stride * Shape.Columns.Input * Shape.Channels;
        fixed (T* gradient = source, flipped = Flipped, to = result)
        {
            if (Shape.IsDepthwise)
            {
                DepthwiseShape shape = new(TapAxis.Back(Shape.Rows, rows), TapAxis.Back(Shape.Columns, columns), cell);
                DepthwiseProduct<T, TVector>.Run(gradient, in shape, 0, rows.Cells, columns.Cells, flipped + ((nint)tapsBefore * cell), to, resultLine, (nint)Shape.Columns.Stride * cell, default(StoreSegments<T, TVector>));
                return;
            }
            ImageLines lines = new(rows.Cells, columns.Cells, line, resultLine);
            ProductSegment<T>* segments = stackalloc ProductSegment<T>[TapSegments<T>.Most(rows.Taps * columns.Taps)];
            T* a = gradient + (((nint)(rows.Source + Shape.Rows.GradientPadding) * width) + columns.Source + Shape.Columns.GradientPadding) * cell;
            // Lines that stay in the second-level cache while all panels of weights come by.
            nint block = Math.Max(1, BlockBytes / (columns.Cells * Shape.Channels * sizeof(T)));
            for (nint start = 0; start < lines.Lines; start += block)
                Lines<TVector>(a + (start * line), segments, to + (start * resultLine), lines with { Lines = nint.Min(block, lines.Lines - start) }, rows, columns, flipped, tapsBefore);
        }
    }

    /// <summary>Some lines of a phase, all groups and panels of channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void Lines<TVector>(T* a, ProductSegment<T>* segments, T* to, ImageLines lines, AxisPhase rows, AxisPhase columns, T* flipped, int tapsBefore)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        nint cell = Shape.Filters, columnStride = columns.SourceStep * cell;
        T* lastRow = stackalloc T[MostLanes];
        int steps = Shape.GroupFilters;
        ColumnPanels panels = FlippedKernel<T>.Panels(in Shape);
        for (int panel = 0; panel < panels.Count; panel++)
        {
            (int first, int end) = panels.At(panel);
            int channels = end - first;
            T* weights = flipped + (((nint)first * Shape.Taps) + ((nint)tapsBefore * channels)) * cell;
            SegmentShape shape = new(cell, 1, channels, (nint)Shape.Columns.Stride * Shape.Channels, Math.Min(channels, TVector.Count));
            for (int group = 0; group < Shape.Groups; group++)
            {
                int count = TapSegments<T>.Write(segments, rows.Taps, columns.Taps, rows.SourceStep * lines.LineStrideA, columnStride, 1, steps, weights + ((nint)group * steps * channels), cell * channels, channels);
                if (channels < TVector.Count && count > 0)
                    TapSegments<T>.CopyLast(segments, ref count, in shape, 0, channels, lastRow);
                T* result = to + (group * Shape.GroupChannels) + first;
                ImageProduct<T, TVector>.Run<StoreSegments<T, TVector>>(a + (group * steps), segments, count, result, shape.AskingFor(count, (long)InputGradient.Length * sizeof(T)), lines, 0, channels, default);
            }
        }
    }
}
