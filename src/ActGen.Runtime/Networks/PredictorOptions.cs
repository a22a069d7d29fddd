namespace ActGen;

/// <summary>How a predictor works.</summary>
public sealed record PredictorOptions
{
    /// <summary>Most threads that share one call, the caller's included; 0: as many as there are processors, and never more than that. The results do not depend on it by a bit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set below 0.</exception>
    public int MaxDegreeOfParallelism { get; init => field = Setting.AtLeast(0, value); }

    /// <summary>Exactly so many workers, whatever a call is worth: how tests see that the results do not depend on it.</summary>
    internal int? Workers { get; init; }
}
