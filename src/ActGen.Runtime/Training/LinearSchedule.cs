namespace ActGen;

/// <summary>The learning rate goes from one share of the optimizer's to another, epoch by epoch, and stays there. PyTorch's <c>LinearLR</c>.</summary>
/// <param name="Epochs">Epochs that it takes, at least 1.</param>
/// <param name="StartFactor">The first share, at least 0.</param>
/// <param name="EndFactor">The last one, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public sealed record LinearSchedule(int Epochs = 5, double StartFactor = 1.0 / 3, double EndFactor = 1) : LearningRateSchedule
{
    /// <summary>Epochs that it takes.</summary>
    public int Epochs { get; init => field = Setting.AtLeast(1, value); } = Setting.AtLeast(1, Epochs);

    /// <summary>The first share.</summary>
    public double StartFactor { get; init => field = Setting.AtLeastZero(value); } = Setting.AtLeastZero(StartFactor);

    /// <summary>The last share.</summary>
    public double EndFactor { get; init => field = Setting.AtLeastZero(value); } = Setting.AtLeastZero(EndFactor);

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position) =>
        baseRate * (StartFactor + ((EndFactor - StartFactor) * Math.Min(position.Epoch, Epochs) / Epochs));
}
