namespace ActGen;

/// <summary>Half a cosine from the optimizer's learning rate to <see cref="MinimumRate"/>, again and again (SGDR: Loshchilov &amp; Hutter 2017). PyTorch's <c>CosineAnnealingWarmRestarts</c>, stepped within epochs.</summary>
/// <param name="Epochs">Length of the first cosine, at least 1.</param>
/// <param name="Growth">How many times longer each cosine is than the one before, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public sealed record CosineRestartsSchedule(int Epochs, int Growth = 1) : LearningRateSchedule
{
    /// <summary>Length of the first cosine.</summary>
    public int Epochs { get; init => field = Setting.AtLeast(1, value); } = Setting.AtLeast(1, Epochs);

    /// <summary>How many times longer each cosine is than the one before.</summary>
    public int Growth { get; init => field = Setting.AtLeast(1, value); } = Setting.AtLeast(1, Growth);

    /// <summary>Where each cosine ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double MinimumRate { get; init => field = Setting.AtLeastZero(value); }

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position)
    {
        double length = Epochs * (double)position.StepsPerEpoch, start = 0;
        if (Growth == 1)
            start = double.Floor(position.Step / length) * length;
        for (; Growth > 1 && position.Step >= start + length; length *= Growth)
            start += length;
        return MinimumRate + ((baseRate - MinimumRate) * 0.5 * (1 + CosinePi.Of((position.Step - start) / length)));
    }
}
