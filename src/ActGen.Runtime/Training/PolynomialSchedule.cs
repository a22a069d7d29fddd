using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The learning rate falls to <see cref="MinimumRate"/> over the whole training as (1 − progress)^power. PyTorch's <c>PolynomialLR</c> with the training's steps as its total.</summary>
/// <param name="Power">Above 0; 1 is a straight line.</param>
/// <exception cref="ArgumentOutOfRangeException">The power is out of its range.</exception>
public sealed record PolynomialSchedule(double Power = 1) : LearningRateSchedule
{
    /// <summary>The power.</summary>
    public double Power { get; init => field = Setting.AboveZero(value); } = Setting.AboveZero(Power);

    /// <summary>Where the fall ends; PyTorch has 0, Keras' <c>PolynomialDecay</c> 1e-4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double MinimumRate { get; init => field = Setting.AtLeastZero(value); }

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position) =>
        MinimumRate + ((baseRate - MinimumRate) * RealMath.Power(1 - ((double)Math.Min(position.Step, position.TotalSteps) / position.TotalSteps), Power));
}
