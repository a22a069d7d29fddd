namespace ActGen.Frontend.Calculus;

/// <summary>The values between two bounds.</summary>
/// <param name="Infimum">−∞ where there is no lower bound; NaN where it is not known.</param>
/// <param name="IsInfimumAttained">Whether some x has this value; a limit usually is not attained.</param>
/// <param name="Supremum">+∞ where there is no upper bound; NaN where it is not known.</param>
/// <param name="IsSupremumAttained">Whether some x has this value.</param>
internal sealed record ValueRange(double Infimum, bool IsInfimumAttained, double Supremum, bool IsSupremumAttained);

/// <summary>A point at which the slope jumps.</summary>
/// <param name="X">Where.</param>
/// <param name="SlopeBelow">f′ on the left.</param>
/// <param name="SlopeAbove">f′ on the right.</param>
/// <param name="Slope">What the kernel returns there.</param>
internal sealed record Kink(double X, double SlopeBelow, double SlopeAbove, double Slope);

/// <summary>A point at which the value jumps.</summary>
/// <param name="X">Where.</param>
/// <param name="ValueBelow">f on the left.</param>
/// <param name="ValueAbove">f on the right.</param>
/// <param name="Value">f there.</param>
internal sealed record Jump(double X, double ValueBelow, double ValueAbove, double Value);

/// <summary>Between two points, which may be infinite.</summary>
/// <param name="Start">The smaller one.</param>
/// <param name="End">The larger one.</param>
internal sealed record Interval(double Start, double End);

/// <summary>A local minimum or maximum.</summary>
/// <param name="X">Where.</param>
/// <param name="Value">How much.</param>
/// <param name="IsMaximum">Which of the two.</param>
internal sealed record Extremum(double X, double Value, bool IsMaximum);

/// <summary>Whether a function rises or falls everywhere; without "strictly" it may be constant in places.</summary>
internal enum Monotonicity
{
    /// <summary>It oscillates faster than it was looked at.</summary>
    Unknown,

    /// <summary>It rises in places and falls in others.</summary>
    None,
    Constant,
    Increasing,
    NonDecreasing,
    Decreasing,
    NonIncreasing,
}

/// <summary>f(−x) = −f(x), f(−x) = f(x), or neither.</summary>
internal enum Symmetry
{
    None,
    Odd,
    Even,
}
