namespace ActGen;

/// <summary>Half a cosine from the optimizer's learning rate down to <see cref="MinimumRate"/> (Loshchilov &amp; Hutter 2017), after a linear warm-up. Without warm-up PyTorch's <c>CosineAnnealingLR</c>.</summary>
public sealed record CosineSchedule : LearningRateSchedule
{
    /// <summary>Share of all steps, in [0, 1), over which the rate first rises linearly, its first step above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double WarmUp { get; init => field = Setting.BelowOne(value); }

    /// <summary>Where the cosine ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double MinimumRate { get; init => field = Setting.AtLeastZero(value); }

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position)
    {
        double warmUpSteps = double.Floor(WarmUp * position.TotalSteps);
        if (position.Step < warmUpSteps)
            return baseRate * (position.Step + 1) / warmUpSteps;
        double progress = double.Min(1, (position.Step - warmUpSteps) / (position.TotalSteps - warmUpSteps));
        return MinimumRate + ((baseRate - MinimumRate) * 0.5 * (1 + CosinePi.Of(progress)));
    }
}
