namespace ActGen;

/// <summary>An optimizer at work on one network: its state and its kernel.</summary>
internal abstract class UpdateRule
{
    /// <summary>Moments below the smallest normal float become +0: denormals of dead units would cost 35–50 µs a step.</summary>
    public const float SmallestMoment = 1.17549435e-38f; // 2⁻¹²⁶

    /// <summary>Computes the scalars of one update.</summary>
    /// <param name="step">t, from 1.</param>
    /// <param name="learningRate">γ of this update.</param>
    public abstract void Begin(long step, double learningRate);

    /// <summary>Updates some neighbouring parameters.</summary>
    /// <param name="parameters">θ.</param>
    /// <param name="gradients">g, as many.</param>
    /// <param name="start">Index of the first one in the flat buffer, for the state.</param>
    /// <param name="decays">Whether weight decay applies.</param>
    public abstract void Apply(Span<float> parameters, ReadOnlySpan<float> gradients, int start, bool decays);
}
