namespace ActGen.Frontend.Facts;

/// <summary>How the author wants weights to start.</summary>
/// <param name="IsDeclared">Whether the declaration says so, rather than leaving it to <c>Auto</c>.</param>
/// <param name="Constant">The number that all weights start with; null where they differ.</param>
internal sealed record WeightStart(bool IsDeclared, double? Constant);
