namespace ActGen.CompilerServices;

/// <content>Many weights and few positions in an image: the weights of a tile are copied into a panel, as <see cref="PackedColumns{T, TVector}"/>, before all images read them. Where lines are short, what positions read is copied too.</content>
internal ref partial struct ConvolutionForwardKernel<T, TActivation>
{
    // Images that stay in the second-level cache beside a panel, while panel after panel goes by.
    private const int NearBytes = 384 * 1024;

    /// <summary>Whether copying is worth while.</summary>
    private readonly bool Packs<TVector>(int images)
        where TVector : unmanaged, ISimd<TVector, T> =>
        Shape.Groups == 1 && !Planar.Is && PackedColumns<T, TVector>.Pays(WeightMatrix, images * Shape.Positions, Shape.Filters);

    /// <summary>The weights as B of a product.</summary>
    private readonly ProductShape WeightMatrix => new(Shape.Steps, 0, 1, Shape.Filters, Shape.Filters);

    /// <summary>z of all images.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void Packed<TVector>(int images)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (PositionRows<T>.Pays(Shape.Taps, Shape.Columns.Output, (int)ProductRows<T, TVector>.Tall))
        {
            Positions<TVector>(images);
            return;
        }
        bool haveOwnPlaces = !Shape.Pads || Padded.Length > Shape.Padded;
        int most = haveOwnPlaces ? Math.Max(1, NearBytes / ((Shape.Pads ? Shape.Padded : Shape.Input) * sizeof(T))) : 1;
        Span<T> memory = PanelMemory.OfThread<T>(Math.Min(Shape.Weights, PanelMemory.MostBytes / sizeof(T)));
        fixed (T* panels = memory, weights = Weights)
        {
            nint column = 0;
            while (column < Shape.Filters)
            {
                nint first = column;
                PackedColumns<T, TVector>.Write(weights, panels, memory.Length, WeightMatrix, ref column, Shape.Filters);
                for (int image = 0, together; image < images; image += together)
                {
                    together = Math.Min(most, images - image);
                    for (int next = image; next < image + together && Shape.Pads && (first == 0 || !haveOwnPlaces); next++)
                        Pad(next, 0, Shape.Rows.Padded);
                    Panels<TVector>(image, image + together, panels, first, column);
                }
            }
        }
    }

    /// <summary>The same as one product of all positions.</summary>
    private readonly unsafe void Positions<TVector>(int images)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        // Backward reads the padded copies, this does not. A place for one image may be training's or scratch: it is filled.
        for (int image = 0, places = Shape.Pads ? Padded.Length / Shape.Padded : 0; image < places; image++)
            Pad(image, 0, Shape.Rows.Padded);
        fixed (T* input = Input, weights = Weights, bias = Bias, result = Output)
        {
            PositionRows<T> positions = new(input, TapAxis.Forward(Shape.Rows), TapAxis.Forward(Shape.Columns), Shape.Channels);
            MatrixColumns<T> filters = new(weights, Shape.Filters);
            AddBias<T, TVector> addBias = new(bias);
            PackedProduct<T, TVector>.Run(positions, filters, result, WeightMatrix, (nint)images * Shape.Positions, Shape.Filters, in addBias);
        }
    }

    /// <summary>The filters from <paramref name="column"/> to <paramref name="end"/>, panel after panel, of some images.</summary>
    private readonly unsafe void Panels<TVector>(int image, int endImage, T* panel, nint column, nint end)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int width = Shape.Pads ? Shape.Columns.Padded : Shape.Columns.Input, cell = Shape.Channels, steps = Shape.GroupChannels, size = Shape.Pads ? Shape.Padded : Shape.Input;
        nint columnStride = (nint)Shape.Columns.Dilation * cell, line = (nint)width * cell;
        ImageLines lines = new(Shape.Rows.Output, Shape.Columns.Output, Shape.Rows.Stride * line, (nint)Shape.Columns.Output * Shape.Filters);
        ProductSegment<T>* segments = stackalloc ProductSegment<T>[TapSegments<T>.Most(Shape.Taps)];
        fixed (T* input = Shape.Pads ? Padded : Input, bias = Bias, result = Output)
        {
            AddSegmentBias<T, TVector> addBias = new(bias);
            while (column < end)
            {
                TileColumns.Next(ref column, Shape.Filters, TVector.Count, out TileColumns tile);
                nint columns = tile.ToLast + TVector.Count;
                SegmentShape shape = new((nint)Shape.Columns.Stride * cell, 1, columns, Shape.Filters, TVector.Count);
                // The panel holds the tile's columns only, the bias all.
                int count = TapSegments<T>.Write(segments, Shape.Rows.Kernel, Shape.Columns.Kernel, Shape.Rows.Dilation * line, columnStride, 1, steps, panel - tile.First, steps * columns, columns);
                for (int next = image; next < endImage; next++)
                {
                    T* a = input + ((nint)size * (Shape.Pads && Padded.Length == size ? 0 : next)), c = result + ((nint)next * Shape.Output);
                    ImageProduct<T, TVector>.Tile<AddSegmentBias<T, TVector>>(a, segments, count, c, in shape, lines.Joined(shape.RowStrideA, shape.RowStrideC), in tile, addBias);
                }
                panel += columns * Shape.Steps;
            }
        }
    }
}
