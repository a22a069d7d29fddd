namespace ActGen;

/// <summary>Rectified Adam (Liu et al. 2020): as long as the variance of the step size cannot be known (ρ ≤ 5) descent along m/(1 − β₁ᵗ), then Adam times √((ρ − 4)(ρ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρ)). PyTorch's <c>RAdam</c>.</summary>
/// <remarks>ρ∞ = 2/(1 − β₂) − 1, ρ = ρ∞ − 2tβ₂ᵗ/(1 − β₂ᵗ). TorchSharp multiplies by the learning rate twice and starts from 2e-3: rates do not carry over.</remarks>
/// <param name="LearningRate">γ.</param>
public sealed record RAdam(double LearningRate = 1e-3) : Optimizer(LearningRate)
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

    /// <summary>λ, added to the gradient as λθ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double WeightDecay { get; init => field = Setting.AtLeastZero(value); }

    internal override UpdateRule CreateRule(ParameterLayout layout) => new RAdamRule(layout, this);
}
