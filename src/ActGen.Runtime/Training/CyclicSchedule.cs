namespace ActGen;

/// <summary>The learning rate rises linearly from <see cref="MinimumRate"/> to the optimizer's and falls back, again and again (Smith 2017). PyTorch's <c>CyclicLR</c> without its momentum and its <c>exp_range</c>.</summary>
/// <param name="MinimumRate">Where each cycle starts and ends, at least 0.</param>
/// <param name="StepsUp">Steps of a rise, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public sealed record CyclicSchedule(double MinimumRate, int StepsUp = 2000) : LearningRateSchedule
{
    /// <summary>Where each cycle starts and ends.</summary>
    public double MinimumRate { get; init => field = Setting.AtLeastZero(value); } = Setting.AtLeastZero(MinimumRate);

    /// <summary>Steps of a rise.</summary>
    public int StepsUp { get; init => field = Setting.AtLeast(1, value); } = Setting.AtLeast(1, StepsUp);

    /// <summary>Steps of a fall; null: as many as of a rise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 1.</exception>
    public int? StepsDown { get; init => field = value is { } steps ? Setting.AtLeast(1, steps) : null; }

    /// <summary>What each cycle's height is multiplied by after it: 1 is PyTorch's <c>triangular</c>, ½ its <c>triangular2</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double CycleFactor { get; init => field = Setting.AtLeastZero(value); } = 1;

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position)
    {
        long down = StepsDown ?? StepsUp, length = StepsUp + down, cycle = position.Step / length, step = position.Step % length;
        double height = step <= StepsUp ? (double)step / StepsUp : (double)(length - step) / down;
        return MinimumRate + ((baseRate - MinimumRate) * height * IntegerPower.Of(CycleFactor, cycle));
    }
}
