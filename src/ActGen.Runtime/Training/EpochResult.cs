namespace ActGen;

/// <summary>What one epoch reached.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="TrainingLoss">Mean loss of the epoch's rows, each at the weights of its step, with dropout.</param>
/// <param name="TrainingAccuracy">Share of right decisions on the same outputs; null for a regression or soft targets.</param>
/// <param name="ValidationLoss">Mean loss on the validation rows after the epoch; null without validation.</param>
/// <param name="ValidationAccuracy">Share of right decisions on the validation rows; null without validation or for a regression.</param>
/// <param name="LearningRate">Learning rate of the epoch's last step.</param>
/// <param name="Duration">Time that the epoch took, its validation included.</param>
public sealed record EpochResult(int Epoch, double TrainingLoss, double? TrainingAccuracy, double? ValidationLoss, double? ValidationAccuracy, double LearningRate, TimeSpan Duration)
{
    /// <summary>What each layer did in the steps of the epoch, in networks with <c>Telemetry = true</c>; empty in others. Dead units are those that were dead in all of its rows.</summary>
    public IReadOnlyList<LayerTelemetry> Layers { get; init; } = [];
}
