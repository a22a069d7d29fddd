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

    /// <summary>Rows of the tallest tile: twelve of two vectors or eight of three are 24 accumulators, half of it where there are 16 registers.</summary>
    /// <param name="vectors">Vectors of columns: 1 to 3.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Tallest(int vectors) => vectors == 1 ? 12 : vectors == 2 ? VectorRegisters.AreMany ? 12 : 6 : VectorRegisters.AreMany ? 8 : 4;

    /// <summary>From a row of A to the third one after it.</summary>
    public nint ThreeRowsStrideA { get; init; } = Together * RowStrideA;
}
