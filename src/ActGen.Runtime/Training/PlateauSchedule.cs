namespace ActGen;

/// <summary>The learning rate is multiplied by <see cref="Factor"/> where the watched loss no longer falls: the validation loss, or the training loss
/// where there is no validation data. PyTorch's <c>ReduceLROnPlateau</c>.</summary>
/// <remarks>It reads <see cref="TrainingPosition.EpochLosses"/>, which <c>Fit</c> fills in; with a trainer of one's own the caller does.</remarks>
/// <param name="Patience">Epochs in a row without improvement that are forgiven, at least 0: the drop comes after one more.</param>
/// <param name="Factor">What a drop multiplies by, in [0, 1).</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public sealed record PlateauSchedule(int Patience = 10, double Factor = 0.1) : LearningRateSchedule
{
    /// <summary>Epochs in a row without improvement that are forgiven.</summary>
    public int Patience { get; init => field = Setting.AtLeast(0, value); } = Setting.AtLeast(0, Patience);

    /// <summary>What a drop multiplies by.</summary>
    public double Factor { get; init => field = Setting.BelowOne(value); } = Setting.BelowOne(Factor);

    /// <summary>By how much a loss must be lower than the best one to count as an improvement: by this share of the best one, or by this difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double Threshold { get; init => field = Setting.AtLeastZero(value); } = 1e-4;

    /// <summary>Whether <see cref="Threshold"/> is a difference; otherwise it is a share.</summary>
    public bool IsThresholdAbsolute { get; init; }

    /// <summary>Epochs after a drop in which nothing is counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 0.</exception>
    public int Cooldown { get; init => field = Setting.AtLeast(0, value); }

    /// <summary>The rate does not fall below this.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double MinimumRate { get; init => field = Setting.AtLeastZero(value); }

    /// <summary>A drop by no more than this is left out; PyTorch's <c>eps</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double LeastDrop { get; init => field = Setting.AtLeastZero(value); } = 1e-8;

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position)
    {
        // From the beginning each time: the rate stays a function of where training is, and a comparison per epoch costs nothing beside a step.
        double rate = baseRate, best = double.PositiveInfinity;
        int without = 0, rest = 0;
        foreach (double loss in position.EpochLosses.Span)
        {
            bool improves = loss < (IsThresholdAbsolute ? best - Threshold : best * (1 - Threshold));
            if (improves)
                best = loss;
            without = improves || rest > 0 ? 0 : without + 1;
            rest = Math.Max(0, rest - 1);
            if (without <= Patience)
                continue;
            double lower = Math.Max(rate * Factor, MinimumRate);
            if (rate - lower > LeastDrop)
                rate = lower;
            (without, rest) = (0, Cooldown);
        }
        return rate;
    }
}
