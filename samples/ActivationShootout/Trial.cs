using ActGen;
using ActGen.Reporting;

namespace ActivationShootout;

/// <summary>One training of one contender.</summary>
/// <param name="History">Its epochs.</param>
/// <param name="Gradient">The gradient at the first layer of the new network, relative to that at the output.</param>
/// <param name="Run">Its part of the report.</param>
internal sealed record Trial(TrainingHistory History, double Gradient, ReportRun Run)
{
    private EpochResult Best => History.Epochs[(History.BestEpoch ?? 1) - 1];

    /// <summary>Validation accuracy of the weights that the network ended with.</summary>
    public double Accuracy => Best.ValidationAccuracy ?? 0;

    /// <summary>Dead units of all layers that can die, in that epoch; null where none can.</summary>
    public double? Dead => Best.Layers.Select(layer => layer.DeadShare).OfType<double>().ToArray() is { Length: > 0 } shares ? shares.Average() : null;

    public double SecondsPerEpoch => History.Epochs.Average(epoch => epoch.Duration.TotalSeconds);

    /// <summary>The first epoch after which at least that share of validation rows was right; null for never.</summary>
    public int? EpochsTo(double accuracy) => History.Epochs.FirstOrDefault(epoch => epoch.ValidationAccuracy >= accuracy)?.Epoch;
}
