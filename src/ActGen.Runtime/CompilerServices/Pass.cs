namespace ActGen.CompilerServices;

/// <summary>Everything one worker needs to run a network's training step on one batch: what inference needs, and what only training reads and writes.</summary>
/// <typeparam name="T">The scalar: float in the product.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Pass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly InferencePass<T> _inference;
    private readonly Span<T> _gradients;

    /// <summary>Views for one batch.</summary>
    /// <param name="inference">Rows, input, parameters, workspace, and the outputs that the loss reads.</param>
    /// <param name="gradients">Flat gradient buffer; empty where nothing is trained.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pass(InferencePass<T> inference, Span<T> gradients = default)
    {
        _inference = inference;
        _gradients = gradients;
    }

    /// <summary>The same batch without what is of training.</summary>
    public InferencePass<T> Inference => _inference;

    /// <summary>∂L/∂input, rows × input size; empty when nobody asked for it.</summary>
    public Span<T> InputGradient { get; init; }

    /// <summary>∂L/∂output, rows × output size: written by the loss, overwritten by backward.</summary>
    public Span<T> OutputGradient { get; init; }

    /// <summary>Class labels, one per row (× positions); empty when the targets are real.</summary>
    public ReadOnlySpan<int> Labels { get; init; }

    /// <summary>Real targets, rows × output size; empty when the targets are labels.</summary>
    public ReadOnlySpan<T> Targets { get; init; }

    /// <summary>Where the loss of each row goes, before any division.</summary>
    public Span<T> RowLosses { get; init; }

    /// <summary>Seed of the network's random streams (dropout).</summary>
    public long Seed { get; init; }

    /// <summary>Number of training steps before this one: the counter of the random streams.</summary>
    public long Step { get; init; }

    /// <summary>Where networks with telemetry record what a training step does; null for nowhere.</summary>
    public TelemetryRecorder<T>? Telemetry { get; init; }

    /// <inheritdoc cref="InferencePass{T}.Work"/>
    public Work Work => _inference.Work;

    /// <inheritdoc cref="InferencePass{T}.Input"/>
    public ReadOnlySpan<T> Input => _inference.Input;

    /// <inheritdoc cref="InferencePass{T}.Output"/>
    public Span<T> Output => _inference.Output;

    /// <inheritdoc cref="InferencePass{T}.Statistics"/>
    public Span<T> Statistics(int offset, int length) => _inference.Statistics(offset, length);

    /// <inheritdoc cref="InferencePass{T}.Parameters"/>
    public ReadOnlySpan<T> Parameters(int offset, int length) => _inference.Parameters(offset, length);

    /// <inheritdoc cref="InferencePass{T}.Parameter"/>
    public T Parameter(int offset) => _inference.Parameter(offset);

    /// <summary>The gradient of a tensor of the parameter buffer.</summary>
    public Span<T> Gradients(int offset, int length) => _gradients.Slice(offset, length);

    /// <inheritdoc cref="InferencePass{T}.Buffer"/>
    public Span<T> Buffer(int offset, int width) => _inference.Buffer(offset, width);

    /// <inheritdoc cref="InferencePass{T}.FixedBuffer"/>
    public Span<T> FixedBuffer(int rowElements, int offset, int length) => _inference.FixedBuffer(rowElements, offset, length);

    /// <inheritdoc cref="InferencePass{T}.WorkerBuffer"/>
    public Span<T> WorkerBuffer(int length) => _inference.WorkerBuffer(length);

    /// <summary>The random stream of a layer at this step.</summary>
    public RandomStream Random(int layer) => new(Seed, layer, Step);
}
