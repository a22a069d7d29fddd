namespace ActGen;

/// <summary>Adam with Nesterov momentum (Dozat 2016): μₜ = β₁(1 − ½·0.96^(tψ)), Mₜ = Πμ;  θ ← θ − γ[(1 − μₜ)/(1 − Mₜ)·g + μₜ₊₁/(1 − Mₜμₜ₊₁)·m] / (√(v/(1 − β₂ᵗ)) + ε). PyTorch's <c>NAdam</c>.</summary>
/// <remarks>Keras has a learning rate of 1e-3 and ε = 1e-7. The factor Mₜμₜ₊₁ is the one of the paper and of PyTorch from 2.0 on;
/// PyTorch 1.13 had μₜ in it once more.</remarks>
/// <param name="LearningRate">γ.</param>
public sealed record NAdam(double LearningRate = 2e-3) : Optimizer(LearningRate)
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

    /// <summary>ψ: how fast the momentum rises to β₁.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double MomentumDecay { get; init => field = Setting.AtLeastZero(value); } = 4e-3;

    internal override UpdateRule CreateRule(ParameterLayout layout) => new NAdamRule(layout, this);
}
