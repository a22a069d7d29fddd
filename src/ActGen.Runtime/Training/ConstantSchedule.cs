namespace ActGen;

/// <summary>The optimizer's learning rate throughout, or a share of it for the first epochs and then all of it. PyTorch's <c>ConstantLR</c>.</summary>
/// <param name="Epochs">Epochs with the share, at least 0. PyTorch's default is 5.</param>
/// <param name="Factor">The share, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
public sealed record ConstantSchedule(int Epochs = 0, double Factor = 1.0 / 3) : LearningRateSchedule
{
    /// <summary>Epochs with the share.</summary>
    public int Epochs { get; init => field = Setting.AtLeast(0, value); } = Setting.AtLeast(0, Epochs);

    /// <summary>The share.</summary>
    public double Factor { get; init => field = Setting.AtLeastZero(value); } = Setting.AtLeastZero(Factor);

    /// <inheritdoc/>
    public override double At(double baseRate, TrainingPosition position) => position.Epoch < Epochs ? baseRate * Factor : baseRate;
}
