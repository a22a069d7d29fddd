namespace ActGen;

/// <summary>The learning rate is multiplied by <see cref="Factor"/> after certain epochs. PyTorch's <c>MultiStepLR</c>.</summary>
/// <param name="Milestones">Epochs after which it drops, each at least 1; one named twice drops twice.</param>
/// <param name="Factor">γ, at least 0.</param>
/// <exception cref="ArgumentNullException">There is no list.</exception>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public sealed record MultiStepSchedule(IReadOnlyList<int> Milestones, double Factor = 0.1) : LearningRateSchedule
{
    /// <summary>Epochs after which the rate drops.</summary>
    public IReadOnlyList<int> Milestones { get; init => field = Setting.AllAtLeast(1, value); } = Setting.AllAtLeast(1, Milestones);

    /// <summary>What each drop multiplies by.</summary>
    public double Factor { get; init => field = Setting.AtLeastZero(value); } = Setting.AtLeastZero(Factor);

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position)
    {
        int drops = 0;
        for (int i = 0; i < Milestones.Count; i++)
            drops += Milestones[i] <= position.Epoch ? 1 : 0;
        return baseRate * IntegerPower.Of(Factor, drops);
    }
}
