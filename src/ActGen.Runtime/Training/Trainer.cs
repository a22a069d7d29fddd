using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Trains one network step by step: owns the gradients, the optimizer's state, the buffers and the worker threads.</summary>
/// <remarks>A step allocates nothing. The parameters after any number of steps are the same bits for any number of threads.
/// Use a trainer from one thread at a time; predictions of the network may run meanwhile, but they may see a step half done.</remarks>
/// <typeparam name="TNet">The network class.</typeparam>
public sealed unsafe partial class Trainer<TNet> : IDisposable
    where TNet : INetworkCore<TNet>
{
    /// <summary>How to train a frozen network.</summary>
    internal const string FrozenRemedy = "Train the network that it was made of, and freeze that again.";

    private readonly NetworkCode _code;
    private readonly NetworkPlan _plan;
    private readonly LossDefinition _loss;
    private readonly NetworkState _state;
    private readonly TrainerOptions _options;
    private readonly WorkerPool? _pool;
    private readonly ParameterUpdate _update;
    private readonly AlignedBuffer _outputs;
    private readonly AlignedBuffer _outputGradients;
    private readonly AlignedBuffer _rowLosses;
    private readonly AlignedBuffer _workspace;
    private readonly AlignedBuffer _gradients;
    private readonly AlignedBuffer? _inputGradients;
    private readonly TelemetryRecorder<float>? _telemetry;
    private volatile bool _disposed;

    internal Trainer(TNet network, Optimizer optimizer, int batchSize, TrainerOptions options)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        network.State.RequireUnfrozen(FrozenRemedy);
        _code = TNet.Code;
        _plan = _code.Plan;
        _loss = _plan.RequireLoss();
        int workers = options.Workers ?? WorkerCount.OfStep(options.MaxDegreeOfParallelism, _plan, batchSize);
        RequireThatBuffersFit(_plan, batchSize, workers);
        Network = network;
        Optimizer = optimizer;
        BatchSize = batchSize;
        LearningRate = optimizer.LearningRate;
        _options = options;
        _state = network.State;
        _outputs = new AlignedBuffer(batchSize * _plan.OutputSize);
        _outputGradients = new AlignedBuffer(batchSize * _plan.OutputSize);
        _rowLosses = new AlignedBuffer(batchSize * _plan.LossesPerRow);
        _workspace = new AlignedBuffer((int)_plan.Definition.Training.Elements(batchSize, workers));
        _gradients = new AlignedBuffer(_plan.ParameterCount);
        _inputGradients = options.InputGradients ? new AlignedBuffer(batchSize * _plan.InputSize) : null;
        _update = new ParameterUpdate(_plan, optimizer, options);
        _telemetry = _plan.Definition.Telemetry.Count > 0 ? new(_plan.Definition, _plan.ParameterCount, batchSize, workers) : null;
        _pool = workers > 1 ? new WorkerPool(workers, RunShare, mayRunAlone: options.Workers is null) : null;
    }

    /// <summary>The network that is trained.</summary>
    public TNet Network { get; }

    /// <summary>The optimizer as described; its learning rate may be overridden by <see cref="LearningRate"/>.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>Most rows of a step.</summary>
    public int BatchSize { get; }

    /// <summary>Most threads that work on a step: one, or all of them where that is faster.</summary>
    public int Workers => _pool?.Workers ?? 1;

    /// <summary>Steps taken so far.</summary>
    public long StepCount { get; private set; }

    /// <summary>Learning rate of the coming steps: at first the optimizer's; schedules set it before each step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double LearningRate { get; set => field = Setting.AtLeastZero(value); }

    /// <summary>∂L/∂parameters of the last step, in the layout of the network's parameters; clipped, if the options say so, and while gradients are accumulated their sum so far.</summary>
    public ReadOnlySpan<float> Gradients => _update.ShownGradients(_gradients.Span);

    /// <summary>The average of the weights that the options ask for, in the layout of the network's parameters; before the first weights are averaged, the parameters themselves.
    /// Copy it into <c>network.Parameters</c> to predict with it.</summary>
    /// <exception cref="InvalidOperationException">The options ask for none.</exception>
    public ReadOnlySpan<float> AveragedParameters =>
        _options.Average is null
            ? throw new InvalidOperationException($"This trainer was made without {nameof(TrainerOptions)}.{nameof(TrainerOptions.Average)}.")
            : AveragedState[.._plan.ParameterCount];

    /// <summary>∂L/∂inputs of the last step: its rows × input size; empty before the first step.</summary>
    /// <exception cref="InvalidOperationException">The options switched them off.</exception>
    public ReadOnlySpan<float> InputGradients =>
        _inputGradients is { } buffer
            ? buffer.Span[..(_rows * _plan.InputSize)]
            : throw new InvalidOperationException($"This trainer was made with {nameof(TrainerOptions)}.{nameof(TrainerOptions.InputGradients)} = false.");

    /// <summary>What each layer did in the last step, in the order of the layers; a new list at each call.</summary>
    /// <exception cref="InvalidOperationException">The network is declared without <see cref="NetworkAttribute.Telemetry"/>, or no step was taken yet.</exception>
    public IReadOnlyList<LayerTelemetry> Telemetry =>
        _telemetry is null ? throw new InvalidOperationException($"{_plan.Definition.Name} records nothing: declare it with [Network(…, {nameof(NetworkAttribute.Telemetry)} = true)].")
        : StepCount == 0 ? throw new InvalidOperationException($"This trainer of {_plan.Definition.Name} has not taken a step yet: there is no telemetry of a last one.")
        : _telemetry.OfStep();

    /// <summary>What each layer did in all steps since the last call; empty for a network that records nothing.</summary>
    internal IReadOnlyList<LayerTelemetry> TakeTelemetry() => _telemetry?.TakeWindow() ?? [];

    /// <summary>The same with the averages of running statistics behind the weights.</summary>
    internal ReadOnlySpan<float> AveragedState => (_update.Average ?? _state.Buffer).Span;

    /// <summary>Raw outputs of the last step, before its update.</summary>
    internal ReadOnlySpan<float> Outputs => _outputs.Span[..(_rows * _plan.OutputSize)];

    /// <summary>Row losses of the last step, added in double in row order.</summary>
    internal double LastLossSum { get; private set; }

    /// <summary>What the mean loss of the last step was divided by; 0 where no row counted.</summary>
    internal double LastDivisor { get; private set; }

    /// <summary>Waits for a step that runs on another thread, and ends the worker threads. The network stays usable.</summary>
    public void Dispose()
    {
        // No further step begins: one that follows another at once would leave no gap to come in.
        _disposed = true;
        // A worker that was sent home in the middle of a step would leave the others waiting for it.
        SpinWait spin = default;
        while (Interlocked.CompareExchange(ref _isStepping, 1, 0) != 0)
            spin.SpinOnce();
        try
        {
            _pool?.Dispose();
        }
        finally
        {
            Volatile.Write(ref _isStepping, 0);
        }
    }

    private static void RequireThatBuffersFit(NetworkPlan plan, int batchSize, int workers)
    {
        NetworkDefinition definition = plan.Definition;
        long perRow = Math.Max(definition.Training.PerRow, Math.Max(plan.InputSize, plan.OutputSize));
        long most = ((long)Array.MaxLength - AlignedBuffer.MaximumPadding - definition.Training.Elements(0, workers)) / Math.Max(1, perRow);
        if (batchSize > most)
            throw new ArgumentOutOfRangeException(nameof(batchSize), batchSize, $"{definition.Name} needs {perRow} elements for each row of a batch; at most {most} rows fit in one buffer.");
    }
}
