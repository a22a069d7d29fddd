namespace ActGen;

/// <summary>The learning rate is multiplied by <see cref="Factor"/> every so many epochs. PyTorch's <c>StepLR</c>.</summary>
/// <param name="Epochs">Epochs between two drops, at least 1.</param>
/// <param name="Factor">γ, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public sealed record StepSchedule(int Epochs, double Factor = 0.1) : LearningRateSchedule
{
    /// <summary>Epochs between two drops.</summary>
    public int Epochs { get; init => field = Setting.AtLeast(1, value); } = Setting.AtLeast(1, Epochs);

    /// <summary>What each drop multiplies by.</summary>
    public double Factor { get; init => field = Setting.AtLeastZero(value); } = Setting.AtLeastZero(Factor);

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position) =>
        baseRate * IntegerPower.Of(Factor, position.Epoch / Epochs);
}
