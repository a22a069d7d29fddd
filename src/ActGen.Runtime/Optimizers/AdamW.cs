namespace ActGen;

/// <summary>Adam with decoupled weight decay (Loshchilov &amp; Hutter 2019): θ ← (1 − γλ)θ, then Adam's step with the plain gradient. PyTorch's <c>AdamW</c>.</summary>
/// <param name="LearningRate">γ.</param>
public sealed record AdamW(double LearningRate = 1e-3) : Optimizer(LearningRate)
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

    /// <summary>λ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double WeightDecay { get; init => field = Setting.AtLeastZero(value); } = 1e-2;

    /// <summary>Whether the denominator uses the largest v so far (Reddi, Kale &amp; Kumar 2018).</summary>
    public bool AMSGrad { get; init; }

    internal override UpdateRule CreateRule(ParameterLayout layout) =>
        AdamRule.Of(layout, Beta1, Beta2, Epsilon, AMSGrad, new(WeightDecay, IsDecoupled: true));
}
