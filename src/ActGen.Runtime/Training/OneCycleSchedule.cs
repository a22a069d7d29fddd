namespace ActGen;

/// <summary>One cycle (Smith &amp; Topin 2018): half a cosine up from rate / <see cref="StartDivisor"/> to the optimizer's learning rate, half a cosine down to rate / (<see cref="StartDivisor"/> · <see cref="EndDivisor"/>). PyTorch's <c>OneCycleLR</c> with cosines, its defaults, and a constant momentum.</summary>
public sealed record OneCycleSchedule : LearningRateSchedule
{
    /// <summary>Share of all steps, in [0, 1), over which the rate rises.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to another value.</exception>
    public double RisingShare { get; init => field = Setting.BelowOne(value); } = 0.3;

    /// <summary>The first rate is the optimizer's divided by this.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a number that is not above 0.</exception>
    public double StartDivisor { get; init => field = Setting.AboveZero(value); } = 25;

    /// <summary>The last rate is the first one divided by this.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a number that is not above 0.</exception>
    public double EndDivisor { get; init => field = Setting.AboveZero(value); } = 1e4;

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position)
    {
        double start = baseRate / StartDivisor;
        double top = (RisingShare * position.TotalSteps) - 1;
        double last = position.TotalSteps - 1;
        double step = double.Min(position.Step, last);
        if (step <= top)
            return Between(start, baseRate, top > 0 ? step / top : 1);
        // Below 0 where less than a step rises: the fall has then begun before the first step, as PyTorch's has.
        return Between(baseRate, start / EndDivisor, (step - top) / (last - top));
    }

    /// <summary>Half a cosine from one rate to another.</summary>
    private static double Between(double from, double to, double progress) =>
        to + ((from - to) * 0.5 * (1 + CosinePi.Of(progress)));
}
