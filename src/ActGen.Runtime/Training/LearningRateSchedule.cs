namespace ActGen;

/// <summary>Describes how the learning rate changes during training: a pure function of where training is. Immutable; derive your own.</summary>
public abstract record LearningRateSchedule
{
    /// <summary>The learning rate of one step.</summary>
    /// <param name="baseRate">The optimizer's learning rate.</param>
    /// <param name="position">Where training is.</param>
    public abstract double At(double baseRate, TrainingPosition position);
}

/// <summary>Where training is.</summary>
/// <param name="Step">Steps taken before this one.</param>
/// <param name="TotalSteps">Steps of the whole training, at least 1.</param>
/// <param name="StepsPerEpoch">Steps of one epoch, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public readonly record struct TrainingPosition(long Step, long TotalSteps, int StepsPerEpoch)
{
    /// <summary>Steps taken before this one.</summary>
    public long Step { get; init => field = Setting.AtLeast(0L, value); } = Setting.AtLeast(0L, Step);

    /// <summary>Steps of the whole training. A position that was never set has 1, so that none divides by 0.</summary>
    public long TotalSteps { get => Math.Max(1, field); init => field = Setting.AtLeast(1L, value); } = Setting.AtLeast(1L, TotalSteps);

    /// <summary>Steps of one epoch. A position that was never set has 1.</summary>
    public int StepsPerEpoch { get => Math.Max(1, field); init => field = Setting.AtLeast(1, value); } = Setting.AtLeast(1, StepsPerEpoch);

    /// <summary>Epochs completed before this step.</summary>
    public long Epoch => Step / StepsPerEpoch;

    /// <summary>The watched loss (of the validation rows, or of the training rows where there are none) after each epoch that is over; empty where nobody measures it.</summary>
    public ReadOnlyMemory<double> EpochLosses { get; init; }
}
