using System.Runtime.Intrinsics;
using ActGen.CompilerServices;

namespace ActGen;

public sealed unsafe partial class Trainer<TNet>
{
    // The batch of the step that runs now, for the workers: addresses, because a field cannot hold a span. They are
    // pinned for the duration of the step.
    private float* _input;
    private int* _labels;
    private float* _targets;
    private int _rows;
    private int _labelCount;
    private int _targetCount;
    private AlignedBuffer? _parameters;

    /// <summary>1 while a step runs: two would write the same buffers.</summary>
    private int _isStepping;

    /// <summary>One training step on labelled rows.</summary>
    /// <param name="inputs">Rows × input size; at most <see cref="BatchSize"/> rows.</param>
    /// <param name="labels">One class index for each row (× positions of a sequence).</param>
    /// <returns>The mean loss, before the update.</returns>
    /// <exception cref="ArgumentException">The network's loss does not take labels, the batch is empty or too large, or a length does not fit. Nothing was changed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is neither a class nor the loss's <c>IgnoreIndex</c>. Nothing was changed.</exception>
    /// <exception cref="InvalidOperationException">A step of this trainer runs already, on another thread.</exception>
    /// <exception cref="ObjectDisposedException">The trainer was disposed.</exception>
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
    {
        Enter();
        try
        {
            int rows = RowsOf(inputs);
            StepValidation.Labels(_plan, _loss, rows, labels);
            return Run(rows, inputs, labels, targets: default);
        }
        finally
        {
            Volatile.Write(ref _isStepping, 0);
        }
    }

    /// <summary>One training step on rows with real targets.</summary>
    /// <param name="inputs">Rows × input size; at most <see cref="BatchSize"/> rows.</param>
    /// <param name="targets">Rows × output size: values, or probabilities of the classes for cross-entropy. For <c>GaussianNLLLoss</c> half as many, one for each mean.</param>
    /// <returns>The mean loss, before the update.</returns>
    /// <exception cref="ArgumentException">The network's loss takes labels only, the batch is empty or too large, or a length does not fit. Nothing was changed.</exception>
    /// <exception cref="InvalidOperationException">A step of this trainer runs already, on another thread.</exception>
    /// <exception cref="ObjectDisposedException">The trainer was disposed.</exception>
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        Enter();
        try
        {
            int rows = RowsOf(inputs);
            StepValidation.Targets(_plan, _loss, rows, targets);
            if (_options.CheckFinite)
                StepValidation.Finite(targets, _plan.TargetSize, nameof(targets));
            return Run(rows, inputs, labels: default, targets);
        }
        finally
        {
            Volatile.Write(ref _isStepping, 0);
        }
    }

    private void Enter()
    {
        if (Interlocked.CompareExchange(ref _isStepping, 1, 0) != 0)
            throw new InvalidOperationException($"A step of this trainer of {_plan.Definition.Name} runs already, on another thread. A trainer takes one step after another; {nameof(TrainerOptions)}.{nameof(TrainerOptions.MaxDegreeOfParallelism)} says how many threads share one.");
    }

    private int RowsOf(ReadOnlySpan<float> inputs)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        int rows = _plan.RowsOf(inputs);
        if (rows > BatchSize)
            throw new ArgumentException($"The trainer was made for at most {BatchSize} rows in a step; {rows} rows were given.", nameof(inputs));
        if (rows < _plan.Definition.LeastTrainingRows)
            throw new ArgumentException($"A training step of {_plan.Definition.Name} needs at least {_plan.Definition.LeastTrainingRows} rows: batch normalisation takes the variance of each feature over them, and one row has none.", nameof(inputs));
        if (_options.CheckFinite)
            StepValidation.Finite(inputs, _plan.InputSize, nameof(inputs));
        return rows;
    }

    private float Run(int rows, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
    {
        fixed (float* input = inputs)
        fixed (int* label = labels)
        fixed (float* target = targets)
        {
            _input = input;
            _labels = label;
            _targets = target;
            _rows = rows;
            _labelCount = labels.Length;
            _targetCount = targets.Length;
            _parameters = _state.Buffer;
            _update.Begin(LearningRate);
            _telemetry?.Begin(_parameters.Span);
            if (_pool is null)
                RunShare(0);
            else
                _pool.Run(rows);
        }
        _telemetry?.End(_rows, _pool?.Active ?? 1, _parameters!.Span, _update.CompletesUpdate);
        _update.End();
        StepCount++;
        return (float)ClassWeighting<float>.Mean(LastLossSum, LastDivisor);
    }

    /// <summary>What each worker does in a step.</summary>
    private void RunShare(int worker)
    {
        var work = new Work(_rows, worker, _pool?.Active ?? 1, _pool?.Barrier);
        var pass = new Pass<float>(
            new(
                work,
                BatchSize,
                new ReadOnlySpan<float>(_input, _rows * _plan.InputSize),
                _outputs.Span[..(_rows * _plan.OutputSize)],
                _parameters!.Span,
                _workspace.Span),
            _gradients.Span)
        {
            Labels = new ReadOnlySpan<int>(_labels, _labelCount),
            Targets = new ReadOnlySpan<float>(_targets, _targetCount),
            RowLosses = _rowLosses.Span,
            OutputGradient = _outputGradients.Span[..(_rows * _plan.OutputSize)],
            InputGradient = _inputGradients is null ? default : _inputGradients.Span[..(_rows * _plan.InputSize)],
            Seed = _options.Seed ?? _state.Seed,
            Step = StepCount,
            Telemetry = _telemetry,
        };
        _code.Forward(in pass);
        double divisor = _code.Loss(in pass);
        if (worker == 0)
            LastDivisor = divisor;
        // One row loss is added after the other; backward does not wait for it.
        if (work.Workers == 1)
            LastLossSum = SumOfRowLosses();
        _code.Backward(in pass);
        // The update writes parameters that another worker's backward pass may still read.
        work.Synchronize();
        if (worker == 0 && work.Workers > 1)
            LastLossSum = SumOfRowLosses();
        _update.Run(work, _parameters.Span, _gradients.Span);
    }

    /// <summary>Row losses added in double in row order. Four are made doubles at a time: one by one, each conversion would wait for the one before, whose register it keeps the upper half of.</summary>
    private double SumOfRowLosses()
    {
        double sum = 0;
        ReadOnlySpan<float> losses = _rowLosses.Span[..(_rows * _plan.LossesPerRow)];
        for (; losses.Length >= 4; losses = losses[4..])
        {
            Vector256<double> four = Vector256.WidenLower(Vector128.Create(losses).ToVector256Unsafe());
            sum = sum + four[0] + four[1] + four[2] + four[3];
        }
        foreach (float loss in losses)
            sum += loss;
        return sum;
    }
}
