namespace ActGen.CompilerServices;

/// <summary>Strides, in elements, of a product over segments.</summary>
/// <param name="RowStrideA">From a row of A to the next one.</param>
/// <param name="StepStrideA">From a step to the next one of the same segment.</param>
/// <param name="StepStrideB">From a row of B to the next one of the same segment; columns are neighbours.</param>
/// <param name="RowStrideC">From a row of C to the next one; columns are neighbours.</param>
/// <param name="Lanes">Columns, where they are fewer than a vector has lanes; else the lanes of the vector.</param>
internal readonly record struct SegmentShape(nint RowStrideA, nint StepStrideA, nint StepStrideB, nint RowStrideC, int Lanes)
{
    /// <summary>Rows of A from which on every third one may lie elsewhere than at the distance of rows, in one tile.</summary>
    public const int Together = 3;

    // Results that stay in the second-level cache or near it need not be fetched.
    private const long NearBytes = 2 * 1024 * 1024;

    // Of the tiles that ask: those of two vectors.
    private const int MostRows = 12;

    /// <summary>Rows of the tallest tile: twelve of two vectors or eight of three are 24 accumulators, half of it where there are 16 registers.</summary>
    /// <param name="vectors">Vectors of columns: 1 to 3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Tallest(int vectors) => vectors == 1 ? 12 : vectors == 2 ? VectorRegisters.AreMany ? 12 : 6 : VectorRegisters.AreMany ? 8 : 4;

    /// <summary>Rows of C that a tile of several vectors asks for at the start of each segment, as a line is fetched before it is written: when the chains are finished, all are there. 0 where C lies near.</summary>
    public int RowsAhead { get; private init; }

    /// <summary>From a row of A to the third one after it.</summary>
    public nint ThreeRowsStrideA { get; init; } = Together * RowStrideA;

    /// <summary>The same, with C asked for ahead where it does not stay near.</summary>
    /// <param name="segments">Number of segments, among which the rows of a tile are spread.</param>
    /// <param name="bytes">Of all that is written.</param>
    public SegmentShape AskingFor(int segments, long bytes) =>
        segments > 1 && bytes > NearBytes ? this with { RowsAhead = (MostRows + segments - 1) / segments } : this;
}
