namespace ActGen.CompilerServices;

/// <summary>dW, db and dx of a convolution from dz, of which each worker has written its own rows.</summary>
internal ref struct ConvolutionGradients<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Shares of dW are cut at cache lines of float.
    private const int Granularity = 16;

    public ConvolutionShape Shape;
    public ReadOnlySpan<T> Input;
    public ReadOnlySpan<T> Weights;

    /// <summary>dz; where there are <see cref="Places"/>, of the pooled values.</summary>
    public ReadOnlySpan<T> OutputGradient;

    /// <summary>Behind a pool: to which cell of its window each pooled value's gradient goes. Else empty.</summary>
    public ReadOnlySpan<T> Places;

    /// <summary>The pool's window, where there are <see cref="Places"/>.</summary>
    public PoolWindow Window;

    public Span<T> WeightGradient;
    public Span<T> BiasGradient;

    /// <summary>dx, or empty when nobody reads it.</summary>
    public Span<T> InputGradient;

    public Span<T> Flipped;

    /// <summary>Scratch of this worker for the padded gradient of one image, where it is padded.</summary>
    public Span<T> Padded;

    /// <summary>Scratch of this worker for dz of one image, where there are <see cref="Places"/>.</summary>
    public Span<T> Unpooled;

    /// <summary>The worker's part of all.</summary>
    public readonly void Run(Work work)
    {
        if (work.Rows == 0)
        {
            if (work.Worker == 0)
            {
                WeightGradient.Clear();
                BiasGradient.Clear();
            }
            return;
        }

        work.Synchronize();
        if (!InputGradient.IsEmpty)
        {
            (int start, int end) = work.Share(Shape.Taps);
            FlippedKernel<T>.Write(in Shape, Weights, start, end, Flipped);
        }
        OfWeights(work);
        if (InputGradient.IsEmpty)
            return;

        work.Synchronize();
        ConvolutionInputGradientKernel<T> kernel = new()
        {
            Shape = Shape,
            OutputGradient = OutputGradient[RowShare.Elements(work, OutputGradient.Length)],
            Places = Places[RowShare.Elements(work, Places.Length)],
            Window = Window,
            Flipped = Flipped,
            InputGradient = InputGradient[RowShare.Elements(work, InputGradient.Length)],
            Padded = Padded,
            Unpooled = Unpooled,
        };
        if (kernel.InputGradient.IsEmpty)
            return;
        if (Shape.IsDepthwise)
            FittingWidth.Run<ConvolutionInputGradientKernel<T>, T>(ref kernel, Shape.Channels);
        else if (Shape.IsGradientPlanar(VectorWidth.Lanes<T>()))
            VectorWidth.Run<ConvolutionInputGradientKernel<T>, T>(ref kernel);
        else
            CoveringWidth.Run<ConvolutionInputGradientKernel<T>, T>(ref kernel, Shape.GroupChannels);
    }

    private readonly void OfWeights(Work work)
    {
        // The longer side is shared, of a depthwise convolution the channels; the worker with the first weights of a filter also makes db.
        bool bySteps = !Shape.IsDepthwise && Shape.Steps >= Shape.Filters;
        (int Start, int End) ownSteps = bySteps ? work.Share(Shape.Steps) : (0, Shape.Steps);
        (int Start, int End) ownFilters = bySteps ? (0, Shape.Filters) : work.Share(Shape.Filters, Shape.IsDepthwise || Shape.Groups == 1 ? Granularity : Shape.GroupFilters);
        if (ownSteps.Start == ownSteps.End || ownFilters.Start == ownFilters.End)
            return;
        ConvolutionWeightGradientKernel<T> kernel = new()
        {
            Shape = Shape,
            Input = Input,
            OutputGradient = OutputGradient,
            Places = Places,
            Window = Window,
            WeightGradient = WeightGradient,
            BiasGradient = ownSteps.Start == 0 ? BiasGradient : default,
            OwnSteps = ownSteps,
            OwnFilters = ownFilters,
        };
        int filters = ownFilters.End - ownFilters.Start;
        if (Shape.IsDepthwise)
            FittingWidth.Run<ConvolutionWeightGradientKernel<T>, T>(ref kernel, filters);
        else
            CoveringWidth.Run<ConvolutionWeightGradientKernel<T>, T>(ref kernel, Shape.Groups == 1 ? filters : Shape.GroupFilters);
    }
}
