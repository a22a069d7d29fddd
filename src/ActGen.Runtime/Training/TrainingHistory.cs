namespace ActGen;

/// <summary>What <c>Fit</c> did, epoch by epoch.</summary>
public sealed class TrainingHistory
{
    internal TrainingHistory(IReadOnlyList<EpochResult> epochs, StopReason stopReason, int? bestEpoch)
    {
        Epochs = epochs;
        StopReason = stopReason;
        BestEpoch = bestEpoch;
    }

    /// <summary>The epochs, in order.</summary>
    public IReadOnlyList<EpochResult> Epochs { get; }

    /// <summary>Why training ended.</summary>
    public StopReason StopReason { get; }

    /// <summary>Number, from 1, of the epoch with the lowest validation loss (training loss, where there is no validation); null when no epoch ended with a finite one.</summary>
    public int? BestEpoch { get; }

    /// <summary>The lowest validation loss; null without validation.</summary>
    public double? BestValidationLoss => BestEpoch is { } best ? Epochs[best - 1].ValidationLoss : null;

    /// <summary>Training loss of the last epoch.</summary>
    public double FinalTrainingLoss => Epochs.Count == 0 ? double.NaN : Epochs[^1].TrainingLoss;
}

/// <summary>Why training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were run.</summary>
    Completed,

    /// <summary>The watched loss no longer fell.</summary>
    EarlyStopping,

    /// <summary>The loss of a step was NaN: so are the gradients, and no later step would change that. Try a lower learning rate or clipping.</summary>
    Diverged,
}
