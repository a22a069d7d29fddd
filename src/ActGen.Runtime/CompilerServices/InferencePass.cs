using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Everything one worker needs to run a network's inference on one batch: views of the buffers, never copies. It holds nothing that only training reads, because making a pass is
/// a part of the few nanoseconds that a row takes through a small network.</summary>
/// <typeparam name="T">The scalar: float in the product.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct InferencePass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Rows and this worker's share of work. A field, so that who reads only the rows of it does not copy it.</summary>
    public readonly Work Work;

    private readonly ReadOnlySpan<T> _parameters;
    private readonly Span<T> _workspace;

    /// <summary>Views for one batch.</summary>
    /// <param name="work">Rows and this worker's share.</param>
    /// <param name="capacity">Rows for which <paramref name="workspace"/> is laid out; at least the rows.</param>
    /// <param name="input">Rows × input size.</param>
    /// <param name="output">Rows × output size.</param>
    /// <param name="parameters">The network's flat parameter buffer.</param>
    /// <param name="workspace">capacity × per-row elements, then the fixed elements of the plan, and at the end each worker's scratch.</param>
    /// <param name="isFrozen">Whether the parameters are those of a frozen network.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public InferencePass(Work work, int capacity, ReadOnlySpan<T> input, Span<T> output, ReadOnlySpan<T> parameters, Span<T> workspace, bool isFrozen = false)
    {
        Work = work;
        Capacity = capacity;
        Input = input;
        Output = output;
        IsFrozen = isFrozen;
        _parameters = parameters;
        _workspace = workspace;
    }

    /// <summary>Rows for which the workspace is laid out.</summary>
    public int Capacity { get; }

    /// <summary>Whether the parameters are those of a frozen network: batch normalisations directly behind products are folded into them.</summary>
    public bool IsFrozen { get; }

    /// <summary>Rows × input size.</summary>
    public ReadOnlySpan<T> Input { get; }

    /// <summary>Rows × output size.</summary>
    public Span<T> Output { get; }

    /// <summary>A tensor of the parameter buffer.</summary>
    public ReadOnlySpan<T> Parameters(int offset, int length) => _parameters.Slice(offset, length);

    /// <summary>A single learned parameter.</summary>
    public T Parameter(int offset) => _parameters[offset];

    /// <summary>A running statistic of the parameter buffer: the one tensor that a training step writes, not its update.</summary>
    internal Span<T> Statistics(int offset, int length)
    {
        ReadOnlySpan<T> statistic = _parameters.Slice(offset, length);
        return MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(statistic), length);
    }

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
}
