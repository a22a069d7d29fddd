namespace ActGen.CompilerServices;

/// <summary>Strides, in elements, of C = A·B, where output (r, n) is the chain over s of A[r, s]·B[s, n].</summary>
/// <param name="Steps">Length of each chain.</param>
/// <param name="RowStrideA">From A[r, s] to A[r + 1, s].</param>
/// <param name="StepStrideA">From A[r, s] to A[r, s + 1]; a transposed A is only another pair of strides.</param>
/// <param name="StepStrideB">From B[s, n] to B[s + 1, n]; columns are neighbours.</param>
/// <param name="RowStrideC">From C[r, n] to C[r + 1, n]; columns are neighbours.</param>
/// <param name="Continues">Whether the chains go on from what C holds: an accumulator that waited in memory has the bits it had.</param>
internal readonly record struct ProductShape(nint Steps, nint RowStrideA, nint StepStrideA, nint StepStrideB, nint RowStrideC, bool Continues = false);
