using ActGen.CompilerServices;

namespace ActGen;

/// <summary>An optimizer that moves each parameter by itself: at most three kept numbers for each, and the equations of <typeparamref name="TStep"/>.</summary>
/// <typeparam name="TStep">The equations.</typeparam>
internal abstract class ElementRule<TStep> : UpdateRule
    where TStep : struct, IParameterStep
{
    private readonly UpdateRange[] _ranges;
    private readonly UpdateRange[] _shared;
    private readonly WeightDecay _decay;
    private TStep _step;
    private float _shrink = 1;

    /// <summary>Fresh state, all 0.</summary>
    /// <param name="layout">The network's parameters.</param>
    /// <param name="decay">Weight decay.</param>
    protected ElementRule(ParameterLayout layout, WeightDecay decay)
    {
        _ranges = UpdateRange.Of(layout.Tensors);
        _shared = UpdateRange.WithMatrices(layout.Tensors);
        _decay = decay;
        int count = layout.Tensors.Sum(static tensor => tensor.Length);
        First = TStep.Kept >= 1 ? new(count) : null;
        Second = TStep.Kept >= 2 ? new(count) : null;
        Third = TStep.Kept >= 3 ? new(count) : null;
    }

    protected AlignedBuffer? First { get; }

    protected AlignedBuffer? Second { get; }

    protected AlignedBuffer? Third { get; }

    /// <inheritdoc/>
    public sealed override IEnumerable<AlignedBuffer> State => ((AlignedBuffer?[])[First, Second, Third]).OfType<AlignedBuffer>();

    /// <inheritdoc/>
    public sealed override void Begin(long step, double learningRate)
    {
        _shrink = _decay.IsDecoupled ? (float)(1 - (learningRate * _decay.Rate)) : 1;
        _step = StepAt(step, learningRate);
    }

    /// <inheritdoc/>
    public sealed override void Run(Work work, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        foreach (UpdateRange range in work.Workers == 1 ? _ranges : _shared)
        {
            (int first, int last) = range.Share(work);
            if (first < last)
                Apply(parameters[first..last], gradients[first..last], range.Kept + first - range.Start, range.Decays);
        }
    }

    /// <summary>Updates some neighbouring parameters.</summary>
    /// <param name="parameters">θ.</param>
    /// <param name="gradients">g, as many.</param>
    /// <param name="start">Where what is kept of the first one lies.</param>
    /// <param name="decays">Whether weight decay applies.</param>
    private void Apply(Span<float> parameters, ReadOnlySpan<float> gradients, int start, bool decays)
    {
        if (!decays || _decay.Rate == 0)
            Sweep<Decay.None>(parameters, gradients, start, 0);
        else if (_decay.IsDecoupled)
            Sweep<Decay.OfParameters>(parameters, gradients, start, _shrink);
        else
            Sweep<Decay.OfGradient>(parameters, gradients, start, (float)_decay.Rate);
    }

    /// <summary>The scalars of one update.</summary>
    /// <param name="step">t, from 1.</param>
    /// <param name="learningRate">γ.</param>
    protected abstract TStep StepAt(long step, double learningRate);

    private void Sweep<TDecay>(Span<float> parameters, ReadOnlySpan<float> gradients, int start, float decay)
        where TDecay : struct, IDecay
    {
        int length = parameters.Length;
        UpdateKernel<TStep, TDecay> kernel = new()
        {
            Parameters = parameters,
            Gradients = gradients,
            First = Part(First),
            Second = Part(Second),
            Third = Part(Third),
            Step = _step,
            Decay = decay,
        };
        VectorWidth.Run<UpdateKernel<TStep, TDecay>, float>(ref kernel);

        Span<float> Part(AlignedBuffer? kept) => kept is null ? default : kept.Span.Slice(start, length);
    }
}
