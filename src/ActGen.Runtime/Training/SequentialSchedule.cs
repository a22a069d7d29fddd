namespace ActGen;

/// <summary>One schedule after another, each beginning at its own first step. PyTorch's <c>SequentialLR</c>.</summary>
/// <param name="Schedules">The schedules, one more than there are milestones.</param>
/// <param name="Milestones">Epochs after which the next one begins, ascending, each at least 1.</param>
/// <exception cref="ArgumentNullException">There is no list, or a schedule in it is null.</exception>
/// <exception cref="ArgumentException">The numbers of schedules and milestones do not fit.</exception>
/// <exception cref="ArgumentOutOfRangeException">A milestone is below 1 or not above the one before.</exception>
public sealed record SequentialSchedule(IReadOnlyList<LearningRateSchedule> Schedules, IReadOnlyList<int> Milestones) : LearningRateSchedule
{
    /// <summary>The schedules, in order.</summary>
    public IReadOnlyList<LearningRateSchedule> Schedules { get; } = Setting.NoneNull(Schedules);

    /// <summary>Epochs after which the next schedule begins.</summary>
    public IReadOnlyList<int> Milestones { get; } = Checked(Schedules, Milestones);

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position)
    {
        int index = 0;
        while (index < Milestones.Count && Milestones[index] <= position.Epoch)
            index++;
        long start = index == 0 ? 0 : (long)Milestones[index - 1] * position.StepsPerEpoch;
        long end = index == Milestones.Count ? position.TotalSteps : Math.Min(position.TotalSteps, (long)Milestones[index] * position.StepsPerEpoch);
        int before = Math.Min(index == 0 ? 0 : Milestones[index - 1], position.EpochLosses.Length);
        return Schedules[index].At(baseRate, position with { Step = position.Step - start, TotalSteps = Math.Max(1, end - start), EpochLosses = position.EpochLosses[before..] });
    }

    private static IReadOnlyList<int> Checked(IReadOnlyList<LearningRateSchedule> schedules, IReadOnlyList<int> milestones)
    {
        ArgumentNullException.ThrowIfNull(schedules, nameof(Schedules));
        milestones = Setting.AllAtLeast(1, milestones, nameof(Milestones));
        if (schedules.Count != milestones.Count + 1)
            throw new ArgumentException($"{schedules.Count} schedules need {schedules.Count - 1} milestones between them; there are {milestones.Count}.", nameof(Milestones));
        for (int i = 1; i < milestones.Count; i++)
        {
            if (milestones[i] <= milestones[i - 1])
                throw new ArgumentOutOfRangeException(nameof(Milestones), $"Milestones ascend; {milestones[i]} follows {milestones[i - 1]}.");
        }
        return milestones;
    }
}
