namespace ActGen;

/// <summary>The learning rate is multiplied by <see cref="Factor"/> after each epoch. PyTorch's <c>ExponentialLR</c>.</summary>
/// <param name="Factor">γ, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">The factor is out of its range.</exception>
public sealed record ExponentialSchedule(double Factor) : LearningRateSchedule
{
    /// <summary>What each epoch multiplies by.</summary>
    public double Factor { get; init => field = Setting.AtLeastZero(value); } = Setting.AtLeastZero(Factor);

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position) => baseRate * IntegerPower.Of(Factor, position.Epoch);
}
