namespace ActGen;

/// <summary>The optimizer's learning rate times a factor that a function gives. PyTorch's <c>LambdaLR</c>, where the function is of the epoch.</summary>
/// <param name="Factor">The factor at a position; same position, same factor, if training is to be repeatable.</param>
/// <exception cref="ArgumentNullException">There is no function.</exception>
public sealed record LambdaSchedule(Func<TrainingPosition, double> Factor) : LearningRateSchedule
{
    /// <summary>The factor at a position.</summary>
    public Func<TrainingPosition, double> Factor { get; init => field = value ?? throw new ArgumentNullException(nameof(Factor)); } = Factor ?? throw new ArgumentNullException(nameof(Factor));

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position) => baseRate * Factor(position);
}
