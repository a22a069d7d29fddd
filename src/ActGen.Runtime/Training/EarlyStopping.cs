namespace ActGen;

/// <summary>Stops training when the watched loss no longer falls: the validation loss, or the training loss where there is no validation data.</summary>
/// <param name="Patience">Epochs without improvement after which training stops, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">The patience is below 1.</exception>
public sealed record EarlyStopping(int Patience)
{
    /// <summary>Epochs without improvement after which training stops.</summary>
    public int Patience { get; init => field = Setting.AtLeast(1, value); } = Setting.AtLeast(1, Patience);

    /// <summary>A loss counts as an improvement when it is lower than the best one by more than this.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a negative or not finite number.</exception>
    public double MinimumImprovement { get; init => field = Setting.AtLeastZero(value); }
}
