namespace ActGen;

/// <summary>Resilient backpropagation (Riedmiller &amp; Braun 1993): each parameter has its own step size, which grows while its gradient keeps its sign and shrinks when it turns; θ ← θ − sign(g)·size. PyTorch's <c>Rprop</c>.</summary>
/// <remarks>For whole data sets in one batch: the sign of a small batch's gradient is mostly noise. The learning rate is the first
/// step size of every parameter; schedules have no effect after the first step.</remarks>
/// <param name="LearningRate">γ.</param>
public sealed record Rprop(double LearningRate = 1e-2) : Optimizer(LearningRate)
{
    /// <summary>η⁻: what a turn of the sign multiplies a step size by, in (0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double Shrink { get; init => field = Setting.AboveZero(Setting.BelowOne(value)); } = 0.5;

    /// <summary>η⁺: what a kept sign multiplies a step size by, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double Grow { get; init => field = Setting.AtLeastOne(value); } = 1.2;

    /// <summary>The smallest step size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double SmallestStep { get; init => field = Setting.AtLeastZero(value); } = 1e-6;

    /// <summary>The largest step size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a number that is not above 0.</exception>
    public double LargestStep { get; init => field = Setting.AboveZero(value); } = 50;

    internal override UpdateRule CreateRule(ParameterLayout layout) => new RpropRule(layout, this);
}
