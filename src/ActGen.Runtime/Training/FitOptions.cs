namespace ActGen;

/// <summary>How <c>Fit</c> trains.</summary>
public sealed record FitOptions
{
    /// <summary>Passes over the training rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 1.</exception>
    public int Epochs { get; init => field = Setting.AtLeast(1, value); } = 10;

    /// <summary>Rows of a step; the last step of an epoch takes what is left.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 1.</exception>
    public int BatchSize { get; init => field = Setting.AtLeast(1, value); } = 32;

    /// <summary>How parameters follow gradients.</summary>
    public Optimizer Optimizer { get; init; } = new Adam();

    /// <summary>How the optimizer's learning rate changes from step to step; null: not at all.</summary>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>Largest L2 norm of all gradients of a step; null: no limit. See <see cref="TrainerOptions.ClipNorm"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a number that is not above 0.</exception>
    public double? ClipNorm { get; init => field = Setting.AboveZeroOrNone(value); }

    /// <summary>Largest magnitude of a gradient element; null: no limit. See <see cref="TrainerOptions.ClipValue"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a number that is not above 0.</exception>
    public double? ClipValue { get; init => field = Setting.AboveZeroOrNone(value); }

    /// <summary>An average of the weights: validation measures it, and the network ends with it; null: none.</summary>
    public WeightAverage? Average { get; init; }

    /// <summary>When to stop before the last epoch; null: never.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Whether the network ends with the weights of the epoch with the lowest validation loss. Without validation data it ends with the last ones.</summary>
    public bool RestoreBestWeights { get; init; } = true;

    /// <summary>Whether the rows come in another order in each epoch.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Seed of the order of the rows and of dropout: same seed, same data, same bits.</summary>
    public long Seed { get; init; }

    /// <summary>Most threads that work on a step, as <see cref="TrainerOptions.MaxDegreeOfParallelism"/>. The results do not depend on it by a bit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 0.</exception>
    public int MaxDegreeOfParallelism { get; init => field = Setting.AtLeast(0, value); }

    /// <inheritdoc cref="TrainerOptions.Workers"/>
    internal int? Workers { get; init; }
}
