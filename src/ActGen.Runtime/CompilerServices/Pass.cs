using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Everything one worker needs to run a network's generated code on one batch: views of the buffers, never copies.</summary>
/// <typeparam name="T">The scalar: float in the product.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Pass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _parameters;
    private readonly Span<T> _gradients;
    private readonly Span<T> _workspace;

    /// <summary>Views for one batch.</summary>
    /// <param name="work">Rows and this worker's share.</param>
    /// <param name="capacity">Rows for which <paramref name="workspace"/> is laid out; at least the rows.</param>
    /// <param name="input">Rows × input size.</param>
    /// <param name="output">Rows × output size; in training the outputs that the loss reads.</param>
    /// <param name="parameters">The network's flat parameter buffer.</param>
    /// <param name="workspace">capacity × per-row elements, then the fixed elements of the plan, and at the end each worker's scratch.</param>
    /// <param name="gradients">Flat gradient buffer, or empty for inference.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pass(Work work, int capacity, ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> parameters, Span<T> workspace, Span<T> gradients = default)
    {
        Work = work;
        Capacity = capacity;
        Input = input;
        Output = output;
        _parameters = parameters;
        _workspace = workspace;
        _gradients = gradients;
    }

    /// <summary>Rows and this worker's share of work.</summary>
    public Work Work { get; }

    /// <summary>Rows for which the workspace is laid out.</summary>
    public int Capacity { get; }

    /// <summary>Rows × input size.</summary>
    public ReadOnlySpan<T> Input { get; }

    /// <summary>Rows × output size.</summary>
    public Span<T> Output { get; }

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

    /// <summary>Whether the parameters are those of a frozen network: batch normalisations directly behind products are folded into them.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>A running statistic of the parameter buffer: the one tensor that a training step writes, not its update.</summary>
    public Span<T> Statistics(int offset, int length)
    {
        ReadOnlySpan<T> statistic = _parameters.Slice(offset, length);
        return MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(statistic), length);
    }

    /// <summary>A tensor of the parameter buffer.</summary>
    public ReadOnlySpan<T> Parameters(int offset, int length) => _parameters.Slice(offset, length);

    /// <summary>A single learned parameter.</summary>
    public T Parameter(int offset) => _parameters[offset];

    /// <summary>The gradient of a tensor of the parameter buffer.</summary>
    public Span<T> Gradients(int offset, int length) => _gradients.Slice(offset, length);

    /// <summary>A per-row buffer: rows × <paramref name="width"/> elements at <paramref name="offset"/> elements per row.</summary>
    public Span<T> Buffer(int offset, int width) =>
        _workspace.Slice(checked(offset * Capacity), checked(width * Work.Rows));

    /// <summary>A buffer whose size does not depend on the rows; it lies behind all per-row buffers.</summary>
    /// <param name="rowElements">Per-row elements of the plan.</param>
    /// <param name="offset">Offset among the fixed buffers.</param>
    /// <param name="length">Elements.</param>
    public Span<T> FixedBuffer(int rowElements, int offset, int length) =>
        _workspace.Slice(checked((rowElements * Capacity) + offset), length);

    /// <summary>Scratch of this worker alone, which lies at the end of the workspace. Any operator may use it, and leaves nothing in it for another.</summary>
    /// <param name="length">Elements for each worker in the plan.</param>
    public Span<T> WorkerBuffer(int length) => _workspace.Slice(_workspace.Length - ((Work.Workers - Work.Worker) * length), length);

    /// <summary>The random stream of a layer at this step.</summary>
    public RandomStream Random(int layer) => new(Seed, layer, Step);
}
