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

    /// <summary>From a row of A to the third one after it.</summary>
    public nint ThreeRowsStrideA { get; init; } = Together * RowStrideA;
}
