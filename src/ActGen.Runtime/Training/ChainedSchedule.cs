namespace ActGen;

/// <summary>Several schedules at once, each applied to the rate that the one before gives. PyTorch's <c>ChainedScheduler</c>.</summary>
/// <param name="Schedules">The schedules, in order.</param>
/// <exception cref="ArgumentNullException">There is no list, or a schedule in it is null.</exception>
public sealed record ChainedSchedule(IReadOnlyList<LearningRateSchedule> Schedules) : LearningRateSchedule
{
    /// <summary>The schedules, in order.</summary>
    public IReadOnlyList<LearningRateSchedule> Schedules { get; } = Setting.NoneNull(Schedules);

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position)
    {
        double rate = baseRate;
        for (int i = 0; i < Schedules.Count; i++)
            rate = Schedules[i].At(rate, position);
        return rate;
    }
}
