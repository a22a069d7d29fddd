namespace ActGen;

/// <summary>A linear rise to the optimizer's learning rate, then a fall as 1/√step (Vaswani et al. 2017, where the highest rate is 1/√(width · warm-up): "Noam").</summary>
/// <param name="WarmUpSteps">Steps of the rise, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">The steps are out of their range.</exception>
public sealed record InverseRootSchedule(int WarmUpSteps) : LearningRateSchedule
{
    /// <summary>Steps of the rise.</summary>
    public int WarmUpSteps { get; init => field = Setting.AtLeast(1, value); } = Setting.AtLeast(1, WarmUpSteps);

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position)
    {
        double step = position.Step + 1.0;
        return baseRate * Math.Min(step / WarmUpSteps, double.Sqrt(WarmUpSteps / step));
    }
}
