namespace ActGen;

/// <summary>A root mean square in a new network, as the compiler predicts it from the declaration (docs/numerics.md, "Signal propagation").</summary>
/// <param name="Value">Over many seeds.</param>
/// <param name="Low">19 of 20 new networks lie above.</param>
/// <param name="High">19 of 20 new networks lie below, and as many between the two.</param>
public readonly record struct PredictedRms(double Value, double Low, double High)
{
    /// <summary>Two deviations to each side of at most a factor 4 each.</summary>
    private const double LargestRatio = 256;

    /// <summary>Whether one new network says anything about the next: a standard deviation is at most a factor 4.</summary>
    public bool IsPredictable => High <= LargestRatio * Low;
}
