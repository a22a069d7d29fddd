namespace ActGen;

/// <summary>How a trainer works. The defaults fit most uses.</summary>
public sealed record TrainerOptions
{
    /// <summary>Most threads that work on a step, the caller's included; 0: as many as there are processors. Never more than that are used, and only as many as the size of a step is worth:
    /// a step of less than about 50 µs stays on the caller's thread. The results do not depend on it by a bit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 0.</exception>
    public int MaxDegreeOfParallelism { get; init => field = Setting.AtLeast(0, value); }

    /// <summary>Exactly so many workers, whatever a step is worth: how tests see that the results do not depend on it.</summary>
    internal int? Workers { get; init; }

    /// <summary>Seed of the random streams of training (dropout); null takes the seed of the network, which is 0 for one that was loaded from a file.</summary>
    public long? Seed { get; init; }

    /// <summary>Largest L2 norm of all gradients together: beyond it they are scaled by ClipNorm / (norm + 1e-6), as PyTorch's <c>clip_grad_norm_</c> does. Null: no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a number that is not above 0.</exception>
    public double? ClipNorm { get; init => field = Setting.AboveZeroOrNone(value); }

    /// <summary>Every gradient element is clamped to ±ClipValue, before <see cref="ClipNorm"/> is applied. Null: no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to a number that is not above 0.</exception>
    public double? ClipValue { get; init => field = Setting.AboveZeroOrNone(value); }

    /// <summary>Number of steps whose gradients are averaged before the parameters change.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 1.</exception>
    public int AccumulationSteps { get; init => field = Setting.AtLeast(1, value); } = 1;

    /// <summary>An average of the weights to keep beside them, <see cref="Trainer{TNet}.AveragedParameters"/>; null: none. It takes one more buffer of the parameters' size.</summary>
    public WeightAverage? Average { get; init; }

    /// <summary>Whether <see cref="Trainer{TNet}.InputGradients"/> are computed. Switching them off saves a matrix product of the first layer.</summary>
    public bool InputGradients { get; init; } = true;

    /// <summary>Whether a step first looks for NaN and infinities in its inputs and real targets.</summary>
    public bool CheckFinite { get; init; }
}
