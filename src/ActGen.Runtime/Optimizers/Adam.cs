namespace ActGen;

/// <summary>Adam (Kingma &amp; Ba 2015): m ← β₁m + (1 − β₁)g;  v ← β₂v + (1 − β₂)g²;  θ ← θ − γ/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε). PyTorch's <c>Adam</c>.</summary>
/// <param name="LearningRate">γ.</param>
public sealed record Adam(double LearningRate = 1e-3) : Optimizer(LearningRate)
{
    /// <summary>β₁, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double Beta1 { get; init => field = Setting.BelowOne(value); } = 0.9;

    /// <summary>β₂, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double Beta2 { get; init => field = Setting.BelowOne(value); } = 0.999;

    /// <summary>ε, added after the root.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double Epsilon { get; init => field = Setting.AtLeastZero(value); } = 1e-8;

    /// <summary>λ, added to the gradient as λθ; <see cref="AdamW"/> decays the weights themselves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double WeightDecay { get; init => field = Setting.AtLeastZero(value); }

    /// <summary>Whether the denominator uses the largest v so far (Reddi, Kale &amp; Kumar 2018).</summary>
    public bool AMSGrad { get; init; }

    internal override UpdateRule CreateRule(ParameterLayout layout) =>
        AdamRule.Of(layout, Beta1, Beta2, Epsilon, AMSGrad, new(WeightDecay));
}
