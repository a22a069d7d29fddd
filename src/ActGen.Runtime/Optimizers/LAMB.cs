namespace ActGen;

/// <summary>LAMB (You et al. 2020, algorithm 2): Adam's direction u = m̂/(√v̂ + ε) + λθ, and for each tensor a step as long as the tensor asks for: θ ← θ − γ·‖θ‖/‖u‖·u. For very large batches.</summary>
/// <remarks>The ratio of the norms is 1 where one of them is 0, as for a fresh bias. Keras has ε = 1e-7 and decays the weights outside of the ratio.</remarks>
/// <param name="LearningRate">γ.</param>
public sealed record LAMB(double LearningRate = 1e-3) : Optimizer(LearningRate)
{
    /// <summary>β₁, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double Beta1 { get; init => field = Setting.BelowOne(value); } = 0.9;

    /// <summary>β₂, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double Beta2 { get; init => field = Setting.BelowOne(value); } = 0.999;

    /// <summary>ε, added after the root.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double Epsilon { get; init => field = Setting.AtLeastZero(value); } = 1e-6;

    /// <summary>λ, part of the direction whose length is normalised.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double WeightDecay { get; init => field = Setting.AtLeastZero(value); } = 1e-2;

    internal override UpdateRule CreateRule(ParameterLayout layout) => new LAMBRule(layout, this);
}
