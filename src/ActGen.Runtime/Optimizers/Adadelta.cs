namespace ActGen;

/// <summary>Adadelta (Zeiler 2012): v ← ρv + (1 − ρ)g²;  Δ = √(u + ε)/√(v + ε) · g;  u ← ρu + (1 − ρ)Δ²;  θ ← θ − γΔ. PyTorch's <c>Adadelta</c>.</summary>
/// <remarks>Keras has a learning rate of 1e-3, a thousandth of this one, ρ = 0.95 and ε = 1e-7.</remarks>
/// <param name="LearningRate">γ.</param>
public sealed record Adadelta(double LearningRate = 1.0) : Optimizer(LearningRate)
{
    /// <summary>ρ, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double Rho { get; init => field = Setting.BelowOne(value); } = 0.9;

    /// <summary>ε, inside both roots.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double Epsilon { get; init => field = Setting.AtLeastZero(value); } = 1e-6;

    /// <summary>λ, added to the gradient as λθ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double WeightDecay { get; init => field = Setting.AtLeastZero(value); }

    internal override UpdateRule CreateRule(ParameterLayout layout) => new AdadeltaRule(layout, this);
}
