using ActGen.CompilerServices;

namespace ActGen;

/// <summary>An optimizer at work on one network: its state and its equations.</summary>
internal abstract class UpdateRule
{
    /// <summary>What is kept from update to update, in the order of the rule's equations.</summary>
    public abstract IEnumerable<AlignedBuffer> State { get; }

    /// <summary>Computes the scalars of one update, before the workers start.</summary>
    /// <param name="step">t, from 1.</param>
    /// <param name="learningRate">γ of this update.</param>
    public abstract void Begin(long step, double learningRate);

    /// <summary>One worker's part of the update. All gradients are final.</summary>
    /// <param name="work">This worker.</param>
    /// <param name="parameters">θ, all of them.</param>
    /// <param name="gradients">g, as many.</param>
    public abstract void Run(Work work, Span<float> parameters, ReadOnlySpan<float> gradients);
}
