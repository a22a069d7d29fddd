namespace ActGen.CompilerServices;

/// <summary>Strides, in elements, of a product over segments.</summary>
/// <param name="RowStrideA">From a row of A to the next one.</param>
/// <param name="StepStrideA">From a step to the next one of the same segment.</param>
/// <param name="StepStrideB">From a row of B to the next one of the same segment; columns are neighbours.</param>
/// <param name="RowStrideC">From a row of C to the next one; columns are neighbours.</param>
/// <param name="Lanes">Columns, where they are fewer than a vector has lanes; else the lanes of the vector.</param>
internal readonly record struct SegmentShape(nint RowStrideA, nint StepStrideA, nint StepStrideB, nint RowStrideC, int Lanes);
