namespace ActGen;

/// <summary>Averaged stochastic gradient descent (Polyak &amp; Juditsky 1992, with the rates of Bottou 2012): θ ← (1 − λ₀η)θ − ηg,  η = γ/(1 + λ₀γ(t − 1))^α. PyTorch's <c>ASGD</c>.</summary>
/// <remarks>The average is kept apart, for every optimizer alike: <c>Average = new RunningAverage(start)</c> in the options. PyTorch's t₀ of a million
/// updates, which few trainings reach, is a start of t₀ + 1.</remarks>
/// <param name="LearningRate">γ.</param>
public sealed record ASGD(double LearningRate = 1e-2) : Optimizer(LearningRate)
{
    /// <summary>λ₀: how fast the rate falls, and a decay of all parameters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double Decay { get; init => field = Setting.AtLeastZero(value); } = 1e-4;

    /// <summary>α: the power with which the rate falls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double Power { get; init => field = Setting.AtLeastZero(value); } = 0.75;

    /// <summary>λ, added to the gradient as λθ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double WeightDecay { get; init => field = Setting.AtLeastZero(value); }

    internal override UpdateRule CreateRule(ParameterLayout layout) => new ASGDRule(layout, this);
}
