namespace ActGen;

/// <summary>Adagrad (Duchi et al. 2011): s ← s + g²;  θ ← θ − γ/(1 + (t − 1)η) · g/(√s + ε). PyTorch's <c>Adagrad</c>.</summary>
/// <remarks>Keras starts from s = 0.1 with a learning rate of 1e-3, ε = 1e-7 and ε inside the root.</remarks>
/// <param name="LearningRate">γ.</param>
public sealed record Adagrad(double LearningRate = 1e-2) : Optimizer(LearningRate)
{
    /// <summary>η: how fast the learning rate falls by itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double LearningRateDecay { get; init => field = Setting.AtLeastZero(value); }

    /// <summary>The first s.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double InitialAccumulator { get; init => field = Setting.AtLeastZero(value); }

    /// <summary>ε, added after the root.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double Epsilon { get; init => field = Setting.AtLeastZero(value); } = 1e-10;

    /// <summary>λ, added to the gradient as λθ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double WeightDecay { get; init => field = Setting.AtLeastZero(value); }

    internal override UpdateRule CreateRule(ParameterLayout layout) => new AdagradRule(layout, this);
}
