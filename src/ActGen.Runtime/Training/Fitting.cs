using System.Diagnostics;
using ActGen.CompilerServices;

namespace ActGen;

/// <summary>One call of <c>Fit</c>.</summary>
internal sealed class Fitting<TNet>
    where TNet : INetworkCore<TNet>
{
    private readonly NetworkPlan _plan = TNet.Code.Plan;
    private readonly TNet _network;
    private readonly Dataset _train;
    private readonly FitOptions _options;
    private readonly BatchBuffers _batch;
    private readonly Evaluator<TNet>? _validation;
    private readonly int _batchSize;
    private readonly int[] _order;
    // A last batch too small for batch normalisation is left out; another epoch leaves other rows out.
    private readonly int _rowsPerEpoch;
    private readonly List<EpochResult> _epochs = [];
    private double[] _watched = [];
    private AlignedBuffer? _bestWeights;
    private int? _bestEpoch;
    private double _bestLoss = double.PositiveInfinity;
    private int _improvedEpoch;
    private double _improvedLoss = double.PositiveInfinity;

    public Fitting(TNet network, Dataset train, Dataset? validation, FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.Optimizer, nameof(FitOptions.Optimizer));
        network.State.RequireUnfrozen(Trainer<TNet>.FrozenRemedy);
        _plan.RequireLoss();
        DatasetFit fit = DatasetFit.Of(_plan, train, nameof(train));
        _network = network;
        _train = train;
        _options = options;
        _batchSize = Math.Min(options.BatchSize, train.Count);
        int least = _plan.Definition.LeastTrainingRows, last = train.Count % _batchSize;
        if (_batchSize < least)
            throw new ArgumentException($"{_plan.Definition.Name} needs at least {least} rows in each training step, for the variance of batch normalisation; the batches would have {_batchSize}.", train.Count < least ? nameof(train) : nameof(options));
        _rowsPerEpoch = train.Count - (last < least ? last : 0);
        _batch = new BatchBuffers(_plan, fit, _batchSize);
        _validation = validation is null ? null : new Evaluator<TNet>(validation, nameof(validation));
        _order = [.. Enumerable.Range(0, train.Count)];
    }

    private int StepsPerEpoch => (_rowsPerEpoch + _batchSize - 1) / _batchSize;

    private bool RestoresBest => _options.RestoreBestWeights && _validation is not null;

    public TrainingHistory Run(IProgress<FitProgress>? progress, CancellationToken cancellation)
    {
        using var trainer = new Trainer<TNet>(_network, _options.Optimizer, _batchSize, new TrainerOptions
        {
            MaxDegreeOfParallelism = _options.MaxDegreeOfParallelism,
            Workers = _options.Workers,
            Seed = _options.Seed,
            ClipNorm = _options.ClipNorm,
            ClipValue = _options.ClipValue,
            Average = _options.Average,
            InputGradients = false,
        });
        StopReason reason = StopReason.Completed;
        while (_epochs.Count < _options.Epochs && reason == StopReason.Completed)
        {
            cancellation.ThrowIfCancellationRequested();
            EpochResult result = RunEpoch(trainer, progress as IProgress<StepProgress>, cancellation);
            _epochs.Add(result);
            Remember(result, Weights(trainer));
            progress?.Report(new FitProgress(_options.Epochs, result));
            reason = Judge(result);
        }
        if (RestoresBest && _bestWeights is not null && (_options.Average is not null || _bestEpoch != _epochs.Count))
            _network.State.Replace(_bestWeights);
        else if (_options.Average is not null)
            _network.State.Replace(Copy(Weights(trainer), new AlignedBuffer(_plan.StateCount)));
        return new TrainingHistory(_epochs, reason, _bestEpoch);
    }

    private EpochResult RunEpoch(Trainer<TNet> trainer, IProgress<StepProgress>? progress, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        if (_options.Shuffle)
            Permutation.Fill(_options.Seed, _epochs.Count, _order);
        var decisions = new RightDecisions(_plan, _plan.RequireLoss(), _batchSize);
        double lossSum = 0, divisor = 0;
        for (int first = 0; first < _rowsPerEpoch; first += _batchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            int rows = Math.Min(_batchSize, _rowsPerEpoch - first);
            _batch.Load(_order.AsSpan(first, rows));
            if (_options.Schedule is { } schedule)
                trainer.LearningRate = schedule.At(_options.Optimizer.LearningRate, new TrainingPosition(trainer.StepCount, (long)_options.Epochs * StepsPerEpoch, StepsPerEpoch) { EpochLosses = _watched.AsMemory(0, _epochs.Count) });
            _ = _batch.UsesLabels ? trainer.Step(_batch.Features, _batch.Labels) : trainer.Step(_batch.Features, _batch.Targets);
            // Batches count by what their rows weigh, which ignored rows and class weights make unequal.
            lossSum += trainer.LastLossSum;
            divisor += trainer.LastDivisor;
            if (double.IsNaN(lossSum))
                break;
            decisions.Add(trainer.Outputs, _batch);
            progress?.Report(new StepProgress(_options.Epochs, _epochs.Count + 1, StepsPerEpoch, (first / _batchSize) + 1, ClassWeighting<float>.Mean(lossSum, divisor), decisions.Share));
        }
        double trainingLoss = ClassWeighting<float>.Mean(lossSum, divisor);
        Evaluation? validation = double.IsNaN(trainingLoss) ? null : _validation?.Evaluate(Weights(trainer), withConfusion: false);
        return new EpochResult(_epochs.Count + 1, trainingLoss, decisions.Share, validation?.Loss, validation?.Accuracy, trainer.LearningRate, Stopwatch.GetElapsedTime(start))
        {
            Layers = trainer.TakeTelemetry(),
        };
    }

    /// <summary>The weights, running statistics behind them, that the network would end with if this were the end.</summary>
    private ReadOnlySpan<float> Weights(Trainer<TNet> trainer) =>
        _options.Average is null ? _network.State.Buffer.Span : trainer.AveragedState;

    /// <summary>Keeps the loss of the epoch, the weights of the best one so far, and when the loss last fell by enough.</summary>
    private void Remember(EpochResult result, ReadOnlySpan<float> weights)
    {
        double loss = Watched(result);
        if (_watched.Length < _epochs.Count)
            Array.Resize(ref _watched, Math.Max(16, 2 * _watched.Length));
        _watched[_epochs.Count - 1] = loss;
        if (loss < _improvedLoss - (_options.EarlyStopping?.MinimumImprovement ?? 0))
        {
            _improvedLoss = loss;
            _improvedEpoch = result.Epoch;
        }
        if (!(loss < _bestLoss))
            return;
        _bestLoss = loss;
        _bestEpoch = result.Epoch;
        if (RestoresBest)
            Copy(weights, _bestWeights ??= new AlignedBuffer(_plan.StateCount));
    }

    private static AlignedBuffer Copy(ReadOnlySpan<float> weights, AlignedBuffer destination)
    {
        weights.CopyTo(destination.Span);
        return destination;
    }

    private StopReason Judge(EpochResult result)
    {
        if (double.IsNaN(result.TrainingLoss))
            return StopReason.Diverged;
        return _options.EarlyStopping is { } stopping && result.Epoch - _improvedEpoch >= stopping.Patience
            ? StopReason.EarlyStopping
            : StopReason.Completed;
    }

    private double Watched(EpochResult result) => _validation is null ? result.TrainingLoss : result.ValidationLoss ?? double.NaN;
}
