namespace ActGen.CompilerServices;

/// <summary>y = f((x ∗ W + b) + 0) for some images: every output a chain over kernel rows, kernel columns and channels, ascending (rule 1 of the canonical orders).</summary>
/// <remarks>An implicit matrix product: a row of A is what one position reads, which lies in the image already, or in a padded copy; nothing is gathered. The activation runs over a panel of finished
/// lines that is still in the near caches.</remarks>
internal ref partial struct ConvolutionForwardKernel<T, TActivation> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : IActivation
{
    // A panel reads all weights once: it should be tall, and small enough for the second-level cache.
    // The few weights of a depthwise convolution are read anyway: there a panel is what the first-level caches nearly hold.
    private const int PanelBytes = 256 * 1024, DepthwisePanelBytes = 64 * 1024, MostLanes = 16;

    public ConvolutionShape Shape;

    /// <summary>Where lanes are positions; at the widest vectors, or there are none.</summary>
    public PlanarShape Planar;

    public ReadOnlySpan<T> Input;
    public ReadOnlySpan<T> Weights;
    public ReadOnlySpan<T> Bias;
    public Span<T> Output;

    /// <summary>Where padded images go: one for each image, or one after the other to the same place.</summary>
    public Span<T> Padded;

    public ReadOnlySpan<T> Parameters;
    public ActivationOperand Keeps;
    public Span<T> Kept;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        Span<TVector> parameters = stackalloc TVector[Parameters.Length];
        ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, parameters);
        int rows = Shape.Rows.Output, width = Shape.Columns.Output, images = Output.Length / Shape.Output;
        if (Packs<TVector>(images))
        {
            Packed<TVector>(images);
            ActivationLoop<T, TVector, TActivation>.Forward(Output, Output, parameters, Keeps, Kept);
            return;
        }
        int lineSize = width * Shape.Filters, panel = Math.Max(1, (Shape.IsDepthwise ? DepthwisePanelBytes : PanelBytes) / (lineSize * Unsafe.SizeOf<T>()));
        for (int image = 0; image < images; image++)
        {
            ReadOnlySpan<T> source = Place(image);
            for (int line = 0, padded = 0; line < rows; line += panel)
            {
                int height = Math.Min(panel, rows - line), start = (image * Shape.Output) + (line * lineSize), size = height * lineSize;
                // Just before they are read, so that they are still in the near caches.
                int read = Shape.Rows.ReadBy(line + height);
                Pad(image, padded, read);
                padded = read;
                Lines<TVector>(source, line, height, width, Output.Slice(start, size), Kept.IsEmpty ? Kept : Kept.Slice(start, size), parameters);
            }
        }
    }

    /// <summary>An image as its positions read it: where <see cref="ConvolutionShape.Pads"/> says so a padded copy, which is made now.</summary>
    public readonly ReadOnlySpan<T> Source(int image)
    {
        Pad(image, 0, Shape.Rows.Padded);
        return Place(image);
    }

    /// <summary>Where an image lies as its positions read it.</summary>
    private readonly ReadOnlySpan<T> Place(int image) => Shape.Pads ? Copy(image) : Input.Slice(image * Shape.Input, Shape.Input);

    /// <summary>Where its padded copy lies.</summary>
    private readonly Span<T> Copy(int image) => Padded.Slice(Padded.Length > Shape.Padded ? image * Shape.Padded : 0, Shape.Padded);

    /// <summary>Makes lines of the padded copy of an image, where it has one.</summary>
    private readonly void Pad(int image, int start, int end)
    {
        if (Shape.Pads)
            PaddedImage<T>.Write(Input.Slice(image * Shape.Input, Shape.Input), Shape.Columns.Input, Shape.Channels, Shape.Rows.Padding, Shape.Columns.Padding, Copy(image), Shape.Columns.Padded, start, end);
    }

    /// <summary>Whether f is applied where chains are finished, and nothing is kept but y.</summary>
    public readonly bool ActivatesChains => TActivation.IsCheap && Parameters.IsEmpty && Keeps is ActivationOperand.None or ActivationOperand.Output;

    /// <summary>y of the first positions of some lines.</summary>
    /// <param name="source">The image.</param>
    /// <param name="line">First line.</param>
    /// <param name="height">Lines.</param>
    /// <param name="width">Positions of each line.</param>
    /// <param name="output">Height × width × filters.</param>
    /// <param name="kept">As long as <paramref name="output"/>, or empty.</param>
    /// <param name="parameters">The formula's parameters.</param>
    public readonly void Lines<TVector>(ReadOnlySpan<T> source, int line, int height, int width, Span<T> output, Span<T> kept, ReadOnlySpan<TVector> parameters)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (Planar.Is || Shape.IsDepthwise)
        {
            bool isActivated = ActivatesChains;
            if (Planar.Is)
                PlanarLines<TVector>(source, line, height, width, output, isActivated);
            else
                Depthwise<TVector>(source, line, height, width, output, isActivated);
            if (isActivated)
                return;
        }
        else
        {
            Stored<TVector>(source, line, height, width, output);
        }
        ActivationLoop<T, TVector, TActivation>.Forward(output, output, parameters, Keeps, kept);
    }

    /// <summary>y of a cheap activation at some lines, with positions as lanes: <paramref name="results"/> takes them as they are.</summary>
    public readonly unsafe void Planes<TVector, TResults>(ReadOnlySpan<T> source, int line, int height, in TResults results)
        where TVector : unmanaged, ISimd<TVector, T>
        where TResults : struct, IPlanarResults<T>
    {
        T* bias = stackalloc T[PlanarProduct<T, TVector>.MostOutputs];
        PlanarBias(0, new Span<T>(bias, Planar.Outputs));
        fixed (T* image = source, weights = Weights)
            PlanarProduct<T, TVector>.Run(image, in Planar, line, line + height, weights, in results, new AddRowBiasAndActivate<T, TVector, TActivation>(bias));
    }

    /// <summary>z of some lines, or y of a cheap activation, with positions as lanes.</summary>
    private readonly unsafe void PlanarLines<TVector>(ReadOnlySpan<T> source, int line, int height, int width, Span<T> output, bool isActivated)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        T* bias = stackalloc T[PlanarProduct<T, TVector>.MostOutputs];
        fixed (T* image = source, weights = Weights, result = output)
        {
            for (int group = 0; group < Shape.Groups; group++)
            {
                int filter = group * Shape.GroupFilters;
                T* from = image + (group * Shape.GroupChannels);
                PlanarBias(filter, new Span<T>(bias, Planar.Outputs));
                CellsOfPlanes<T> cells = new(result + filter, line, width, Planar.Outputs, Planar.ResultCell);
                if (isActivated)
                    PlanarProduct<T, TVector>.Run(from, in Planar, line, line + height, weights + filter, in cells, new AddRowBiasAndActivate<T, TVector, TActivation>(bias));
                else
                    PlanarProduct<T, TVector>.Run(from, in Planar, line, line + height, weights + filter, in cells, new AddRowBias<T, TVector>(bias));
            }
        }
    }

    /// <summary>The bias of some filters, as <see cref="AddRowBias{T, TVector}"/> adds it.</summary>
    private readonly void PlanarBias(int filter, Span<T> outputs)
    {
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] = Bias.IsEmpty ? T.Zero : Bias[filter + i] + T.Zero;
    }

    /// <summary>z of some lines of a depthwise convolution, or y of a cheap activation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void Depthwise<TVector>(ReadOnlySpan<T> source, int line, int height, int positions, Span<T> output, bool isActivated)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        DepthwiseShape shape = DepthwiseShape.Forward(in Shape);
        nint cell = Shape.Channels, lineStride = positions * cell;
        fixed (T* input = source, weights = Weights, bias = Bias, result = output)
        {
            if (isActivated)
                DepthwiseProduct<T, TVector>.Run(input, in shape, line, line + height, positions, weights, result, lineStride, cell, new AddSegmentBiasAndActivate<T, TVector, TActivation>(bias));
            else
                DepthwiseProduct<T, TVector>.Run(input, in shape, line, line + height, positions, weights, result, lineStride, cell, new AddSegmentBias<T, TVector>(bias));
        }
    }

    /// <summary>z of some lines.</summary>
    private readonly unsafe void Stored<TVector>(ReadOnlySpan<T> source, int line, int height, int positions, Span<T> output)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        fixed (T* result = output)
        {
            StoredGroup<T, TVector> target = new(result, (long)Output.Length * sizeof(T));
            Product<TVector, StoredGroup<T, TVector>>(source, line, height, positions, in target);
        }
    }

    /// <summary>The product of some lines, group by group: <paramref name="target"/> makes of it what it is to be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Product<TVector, TTarget>(ReadOnlySpan<T> source, int line, int height, int positions, in TTarget target)
        where TVector : unmanaged, ISimd<TVector, T>
        where TTarget : struct, IGroupTarget<T, TVector>
    {
        int width = Shape.Pads ? Shape.Columns.Padded : Shape.Columns.Input, cell = Shape.Channels, filters = Shape.GroupFilters;
        int lanes = Math.Min(filters, TVector.Count);
        nint columnStride = (nint)Shape.Columns.Dilation * cell;
        SegmentShape shape = new(Shape.Columns.Stride * cell, 1, Shape.Filters, Shape.Filters, lanes);
        nint lineStride = (nint)Shape.Rows.Stride * width * cell;
        ImageLines lines = new(height, positions, lineStride, (nint)positions * Shape.Filters);
        ProductSegment<T>* segments = stackalloc ProductSegment<T>[TapSegments<T>.Most(Shape.Taps)];
        T* lastRow = stackalloc T[MostLanes], biasOfGroup = stackalloc T[MostLanes];
        fixed (T* input = source, weights = Weights, bias = Bias)
        {
            T* a = input + (line * lineStride);
            int steps = Shape.GroupChannels;
            int count = TapSegments<T>.Write(segments, Shape.Rows.Kernel, Shape.Columns.Kernel, (nint)Shape.Rows.Dilation * width * cell, columnStride, shape.StepStrideA, steps, weights, (nint)steps * Shape.Filters, Shape.Filters);
            for (int group = 0; group < Shape.Groups; group++)
            {
                int first = group * filters;
                T* shifted = bias;
                int used = count;
                if (filters < TVector.Count)
                {
                    if (group > 0)
                        count = used = TapSegments<T>.Write(segments, Shape.Rows.Kernel, Shape.Columns.Kernel, (nint)Shape.Rows.Dilation * width * cell, columnStride, shape.StepStrideA, steps, weights, (nint)steps * Shape.Filters, Shape.Filters);
                    TapSegments<T>.CopyLast(segments, ref used, in shape, first, filters, lastRow);
                    if (bias != null)
                    {
                        new Span<T>(bias + first, filters).CopyTo(new Span<T>(biasOfGroup, filters));
                        shifted = biasOfGroup - first;
                    }
                }
                target.Run(a + (group * steps), segments, used, in shape, lines, first, filters, shifted);
            }
        }
    }
}
