namespace ActGen;

/// <summary>RMSprop (Hinton 2012; centred: Graves 2013): v ← αv + (1 − α)g²;  θ ← θ − γ·g/(√v + ε), with momentum b ← μb + g/(√v + ε), θ ← θ − γ·b. PyTorch's <c>RMSprop</c>.</summary>
/// <param name="LearningRate">γ.</param>
public sealed record RMSprop(double LearningRate = 1e-2) : Optimizer(LearningRate)
{
    /// <summary>α, in [0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double Alpha { get; init => field = Setting.BelowOne(value); } = 0.99;

    /// <summary>ε, added after the root.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double Epsilon { get; init => field = Setting.AtLeastZero(value); } = 1e-8;

    /// <summary>μ, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double Momentum { get; init => field = Setting.AtLeastZero(value); }

    /// <summary>Whether the mean gradient is taken out of the second moment: v − ḡ², never below 0, in place of v.</summary>
    public bool Centered { get; init; }

    /// <summary>λ, added to the gradient as λθ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double WeightDecay { get; init => field = Setting.AtLeastZero(value); }

    internal override UpdateRule CreateRule(ParameterLayout layout) => RMSpropRule.Of(layout, this);
}
