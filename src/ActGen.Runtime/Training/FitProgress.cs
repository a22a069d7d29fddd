namespace ActGen;

/// <summary>How far <c>Fit</c> is, reported after each epoch.</summary>
/// <param name="Epochs">Epochs asked for.</param>
/// <param name="Result">What the epoch reached.</param>
public sealed record FitProgress(int Epochs, EpochResult Result)
{
    /// <summary>The epoch that has just ended, from 1.</summary>
    public int Epoch => Result.Epoch;

    /// <inheritdoc cref="EpochResult.TrainingLoss"/>
    public double TrainingLoss => Result.TrainingLoss;

    /// <inheritdoc cref="EpochResult.TrainingAccuracy"/>
    public double? TrainingAccuracy => Result.TrainingAccuracy;

    /// <inheritdoc cref="EpochResult.ValidationLoss"/>
    public double? ValidationLoss => Result.ValidationLoss;

    /// <inheritdoc cref="EpochResult.ValidationAccuracy"/>
    public double? ValidationAccuracy => Result.ValidationAccuracy;

    /// <inheritdoc cref="EpochResult.Layers"/>
    public IReadOnlyList<LayerTelemetry> Layers => Result.Layers;

    /// <inheritdoc cref="EpochResult.LearningRate"/>
    public double LearningRate => Result.LearningRate;
}
