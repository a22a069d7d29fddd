namespace ActGen;

/// <summary>The learning rate is divided by 1 + decay · progress in epochs. Keras' <c>InverseTimeDecay</c> with an epoch as its unit of steps.</summary>
/// <param name="Decay">Decay of an epoch, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">The decay is out of its range.</exception>
public sealed record InverseTimeSchedule(double Decay) : LearningRateSchedule
{
    /// <summary>Decay of an epoch.</summary>
    public double Decay { get; init => field = Setting.AtLeastZero(value); } = Setting.AtLeastZero(Decay);

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position) =>
        baseRate / (1 + (Decay * position.Step / position.StepsPerEpoch));
}
