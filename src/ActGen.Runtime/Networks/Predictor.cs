using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Predicts with several threads at once: large batches share out their rows, a single row through wide layers the outputs of each layer.</summary>
/// <remarks>Safe to call from several threads. The worker threads help one caller at a time; whoever comes meanwhile, and whoever asks for less than
/// some 10 µs of work, is served on the own thread, as by the network itself. The outputs are the same bits either way. A call allocates nothing in steady state.</remarks>
/// <typeparam name="TNet">The network class.</typeparam>
public sealed unsafe class Predictor<TNet> : IDisposable
    where TNet : INetworkCore<TNet>
{
    private readonly NetworkState _state;
    private readonly NetworkPlan _plan;
    private readonly WorkerPool? _pool;
    private readonly AlignedBuffer? _scratch;
    // Elements of the inputs from which on the workers help.
    private readonly long _leastInputs = long.MaxValue;
    private bool _disposed;

    /// <summary>1 while the workers serve a caller.</summary>
    private int _isBusy;

    // The call that the workers serve: addresses, because a field cannot hold a span. They are pinned while it runs.
    private float* _inputs;
    private float* _outputs;
    private int _rows;
    private bool _transform;
    private AlignedBuffer? _parameters;

    internal Predictor(TNet network, PredictorOptions options)
    {
        _plan = TNet.Code.Plan;
        _state = network.State;
        Network = network;
        int workers = options.Workers ?? WorkerCount.AtMost(options.MaxDegreeOfParallelism);
        if (workers == 1)
            return;
        bool isForced = options.Workers is not null;
        _leastInputs = isForced ? 0 : (long)WorkerCount.LeastRowsToShare(_plan.MultiplyAdds) * _plan.InputSize;
        // Before there are threads that somebody would have to end.
        _scratch = new AlignedBuffer(_plan.InferenceElements(1, workers));
        _pool = new WorkerPool(workers, RunShare, mayRunAlone: !isForced);
    }

    /// <summary>The network that predicts.</summary>
    public TNet Network { get; }

    /// <summary>Most threads that share a call.</summary>
    public int Workers => _pool?.Workers ?? 1;

    /// <summary>Raw outputs (logits) of a batch of rows.</summary>
    /// <param name="inputs">Rows × input size, row by row.</param>
    /// <param name="outputs">Rows × output size; may not overlap the inputs.</param>
    /// <exception cref="ArgumentException">The batch is empty, a length does not fit, or the spans overlap. Nothing was written.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed.</exception>
    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
        if (inputs.Length >= _leastInputs && TryEnter())
            RunShared(inputs, outputs, transform: false, nameof(outputs));
        else
            _state.Forward(inputs, outputs);
    }

    /// <summary>Predictions of a batch of rows: probabilities where the loss is about classes, values otherwise.</summary>
    /// <param name="inputs">Rows × input size, row by row.</param>
    /// <param name="predictions">Rows × output size; may not overlap the inputs.</param>
    /// <exception cref="ArgumentException">The batch is empty, a length does not fit, or the spans overlap. Nothing was written.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed.</exception>
    public void Predict(ReadOnlySpan<float> inputs, Span<float> predictions)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
        if (inputs.Length >= _leastInputs && TryEnter())
            RunShared(inputs, predictions, transform: true, nameof(predictions));
        else
            _state.Predict(inputs, predictions);
    }

    /// <summary>Predictions of a batch of rows, in a new array.</summary>
    /// <param name="inputs">Rows × input size, row by row.</param>
    /// <returns>Rows × output size.</returns>
    /// <exception cref="ArgumentException">The batch is empty, or its length is not a whole number of rows.</exception>
    /// <exception cref="ObjectDisposedException">The predictor was disposed.</exception>
    public float[] Predict(ReadOnlySpan<float> inputs)
    {
        var predictions = new float[checked(_plan.RowsOf(inputs) * _plan.OutputSize)];
        Predict(inputs, predictions);
        return predictions;
    }

    /// <summary>Waits for a call that the workers serve, and ends them. The network stays usable.</summary>
    public void Dispose()
    {
        // No further call begins: callers who follow each other at once would leave no gap to come in.
        if (Interlocked.Exchange(ref _disposed, true) || _pool is null)
            return;
        SpinWait spin = default;
        while (!TryEnter())
            spin.SpinOnce();
        // The workers stay taken: who passed the check of the flag before is served on the own thread.
        _pool.Dispose();
    }

    private void RunShared(ReadOnlySpan<float> inputs, Span<float> outputs, bool transform, string name)
    {
        try
        {
            int rows = NetworkState.Validate(_plan, inputs, outputs, name);
            fixed (float* input = inputs)
            fixed (float* output = outputs)
            {
                _inputs = input;
                _outputs = output;
                _rows = rows;
                _transform = transform;
                _parameters = _state.Buffer;
                _pool!.Run(rows);
            }
        }
        finally
        {
            _parameters = null;
            Volatile.Write(ref _isBusy, 0);
        }
    }

    private bool TryEnter() => Interlocked.CompareExchange(ref _isBusy, 1, 0) == 0;

    private void RunShare(int worker)
    {
        if (_rows == 1)
        {
            _state.RunTile(
                new InferencePass<float>(
                    new Work(1, worker, _pool!.Active, _pool.Barrier),
                    capacity: 1,
                    new ReadOnlySpan<float>(_inputs, _plan.InputSize),
                    new Span<float>(_outputs, _plan.OutputSize),
                    _parameters!.Span,
                    _scratch!.Span,
                    _state.IsFrozen),
                _transform);
            return;
        }
        (int start, int end) = new Work(_rows, worker, _pool!.Active, null).Share(_rows);
        if (start == end)
            return;
        _state.Run(
            end - start,
            new ReadOnlySpan<float>(_inputs + ((nint)start * _plan.InputSize), (end - start) * _plan.InputSize),
            new Span<float>(_outputs + ((nint)start * _plan.OutputSize), (end - start) * _plan.OutputSize),
            _parameters!,
            _transform);
    }
}
