namespace ActGen.CompilerServices;

/// <summary>Reductions over rows (weight, bias and learned-parameter gradients; rule 3 of the canonical orders): rows are cut into
/// chunks counted from row 0, each chunk is one chain, chunk results are added in ascending order.</summary>
internal static class RowChunk
{
    /// <summary>Rows of a chunk: part of the definition of every gradient, not a tuning knob. One chain over 100,000 rows would
    /// lose more digits than a gradient may.</summary>
    public const int Rows = 256;
}
