namespace ActGen;

/// <summary>The optimizer's learning rate throughout.</summary>
public sealed record ConstantSchedule : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position) => baseRate;
}
