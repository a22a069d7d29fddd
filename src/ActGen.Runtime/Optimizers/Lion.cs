namespace ActGen;

/// <summary>Lion (Chen et al. 2023): θ ← (1 − γλ)θ − γ·sign(β₁m + (1 − β₁)g);  m ← β₂m + (1 − β₂)g. The authors' reference code.</summary>
/// <remarks>Every parameter moves by γ, whatever its gradient: a good learning rate is a third to a tenth of AdamW's. Keras starts from 1e-3.</remarks>
/// <param name="LearningRate">γ.</param>
public sealed record Lion(double LearningRate = 1e-4) : Optimizer(LearningRate)
{
    /// <summary>β₁, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double Beta1 { get; init => field = Setting.BelowOne(value); } = 0.9;

    /// <summary>β₂, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double Beta2 { get; init => field = Setting.BelowOne(value); } = 0.99;

    /// <summary>λ, decoupled: 3 to 10 times AdamW's goes with the smaller learning rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double WeightDecay { get; init => field = Setting.AtLeastZero(value); }

    internal override UpdateRule CreateRule(ParameterLayout layout) => new LionRule(layout, this);
}
