namespace ActGen;

/// <summary>A linear rise from 0 to the learning rate over some steps, its first step above 0, then another schedule, which begins at its own first step.</summary>
/// <param name="Steps">Steps of the rise, at least 1.</param>
/// <param name="Then">What follows.</param>
/// <exception cref="ArgumentNullException">Nothing follows.</exception>
/// <exception cref="ArgumentOutOfRangeException">The steps are out of their range.</exception>
public sealed record WarmUpSchedule(int Steps, LearningRateSchedule Then) : LearningRateSchedule
{
    /// <summary>Steps of the rise.</summary>
    public int Steps { get; init => field = Setting.AtLeast(1, value); } = Setting.AtLeast(1, Steps);

    /// <summary>What follows.</summary>
    public LearningRateSchedule Then { get; init => field = value ?? throw new ArgumentNullException(nameof(Then)); } = Then ?? throw new ArgumentNullException(nameof(Then));

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position)
    {
        var after = position with { Step = Math.Max(0, position.Step - Steps), TotalSteps = Math.Max(1, position.TotalSteps - Steps) };
        double rate = Then.At(baseRate, after);
        return position.Step < Steps ? rate * (position.Step + 1) / Steps : rate;
    }
}
