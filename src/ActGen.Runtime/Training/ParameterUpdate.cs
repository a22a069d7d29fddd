using ActGen.CompilerServices;

namespace ActGen;

/// <summary>From gradients to changed parameters: accumulation, clipping, the optimizer's rule, the average of the weights. Every worker runs it on its own elements.</summary>
internal sealed class ParameterUpdate
{
    private readonly UpdateRule _rule;
    private readonly TrainerOptions _options;
    private readonly AlignedBuffer? _accumulated;
    private readonly double[] _blockSums;
    private readonly WeightAveraging? _averaging;
    private readonly int _count;
    private int _accumulatedSteps;
    private long _updates;

    public ParameterUpdate(NetworkPlan plan, Optimizer optimizer, TrainerOptions options)
        : this([.. plan.Definition.Parameters.Where(static tensor => tensor.Kind != ParameterKind.Statistic)], plan.ParameterCount, plan.StateCount - plan.ParameterCount, optimizer, options)
    {
    }

    /// <summary>For some tensors.</summary>
    /// <param name="parameters">What is trained.</param>
    /// <param name="count">Their elements.</param>
    /// <param name="statistics">Elements of running statistics behind them, which are averaged with the weights.</param>
    /// <param name="optimizer">The rule.</param>
    /// <param name="options">Clipping, accumulation, the average.</param>
    public ParameterUpdate(IReadOnlyList<ParameterInfo> parameters, int count, int statistics, Optimizer optimizer, TrainerOptions options)
    {
        _count = count;
        _rule = optimizer.CreateRule(new(parameters, count));
        _options = options;
        _accumulated = options.AccumulationSteps > 1 ? new AlignedBuffer(count) : null;
        _averaging = options.Average is { } average ? new WeightAveraging(average, count + statistics) : null;
        _blockSums = options.ClipNorm is null ? [] : new double[GradientNorm.Blocks(count)];
    }

    /// <summary>Whether the step that runs changes the parameters; false while gradients are only accumulated.</summary>
    public bool CompletesUpdate => _accumulatedSteps + 1 == _options.AccumulationSteps;

    /// <summary>Before the workers start: the scalars of this update.</summary>
    public void Begin(double learningRate)
    {
        if (!CompletesUpdate)
            return;
        _rule.Begin(_updates + 1, learningRate);
        _averaging?.Begin(_updates + 1);
    }

    /// <summary>One worker's share. The gradients are complete.</summary>
    /// <param name="work">The share.</param>
    /// <param name="state">Parameters, running statistics behind them.</param>
    /// <param name="gradients">Of the parameters.</param>
    public void Run(Work work, Span<float> state, Span<float> gradients)
    {
        Span<float> parameters = state[.._count];
        (int start, int end) = work.Share(parameters.Length, GradientNorm.BlockLength);
        if (_accumulated is { } accumulated)
        {
            Span<float> sum = accumulated.Span;
            Accumulate(gradients[start..end], sum[start..end]);
            gradients = sum;
        }
        if (!CompletesUpdate)
            return;
        if (_options.ClipValue is { } limit)
            GradientScaling.Clamp(gradients[start..end], (float)limit);
        if (_options.ClipNorm is { } norm)
            ClipNorm(work, gradients, start, end, norm);
        // Rules share out parameters in their own ways: the gradients that this worker has changed may be another's to read.
        if (_accumulated is not null || _options.ClipValue is not null || _options.ClipNorm is not null)
            work.Synchronize();
        _rule.Run(work, parameters, gradients);
        _averaging?.Run(work, state);
    }

    /// <summary>After all workers have finished.</summary>
    public void End()
    {
        if (CompletesUpdate)
        {
            _averaging?.End();
            _updates++;
            _accumulatedSteps = 0;
        }
        else
        {
            _accumulatedSteps++;
        }
    }

    /// <summary>The average of the weights; null where none is kept, or none was taken yet.</summary>
    public AlignedBuffer? Average => _averaging?.Average;

    /// <summary>The gradients that an update used or will use.</summary>
    public ReadOnlySpan<float> ShownGradients(ReadOnlySpan<float> ofStep) => _accumulated is { } accumulated ? accumulated.Span : ofStep;

    private void Accumulate(ReadOnlySpan<float> gradients, Span<float> sum)
    {
        if (_accumulatedSteps == 0)
            gradients.CopyTo(sum);
        else
            GradientScaling.Add(gradients, sum);
        if (CompletesUpdate)
            GradientScaling.Multiply(sum, (float)(1.0 / _options.AccumulationSteps));
    }

    private void ClipNorm(Work work, Span<float> gradients, int start, int end, double limit)
    {
        GradientNorm.SumBlocks(gradients, start, end, _blockSums);
        work.Synchronize();
        // Every worker adds all blocks in the same order and gets the same factor.
        double norm = GradientNorm.OfBlocks(_blockSums);
        double factor = limit / (norm + 1e-6);
        if (!(factor >= 1))
            GradientScaling.Multiply(gradients[start..end], (float)factor);
    }
}
