namespace ActGen.CompilerServices;

/// <content>Many channels, so that positions are far apart: a chunk's share is one product for each run of taps that lie side by side, of which the elements of a tile, and dz, are copied.</content>
internal ref partial struct ConvolutionWeightGradientKernel<T>
{
    /// <summary>Whether copying is worth while.</summary>
    private readonly bool Packs<TVector>(int positions, in SegmentShape shape, int columns, out ProductShape matrix)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        matrix = new(positions, 1, shape.StepStrideA, shape.StepStrideB, shape.RowStrideC);
        return Shape.Groups == 1 && PackedProduct<T, TVector>.PaysTransposed(in matrix, Math.Min(RunLength, OwnSteps.End - OwnSteps.Start), columns);
    }

    /// <summary>A chunk's share in all own weights.</summary>
    private readonly unsafe void Packed<TVector>(T* input, ProductSegment<T>* segments, int count, T* result, in ProductShape matrix, int first, int columns, bool isFirst)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        MatrixColumns<T> dz = new(segments->B + first, matrix.StepStrideB);
        for (int start = OwnSteps.Start, end; start < OwnSteps.End; start = end)
        {
            end = Math.Min(start - (start % RunLength) + RunLength, OwnSteps.End);
            SegmentSteps<T, TVector> elements = new(input + Element(start), segments, count, matrix.StepStrideA);
            T* c = result + ((nint)start * Shape.Filters) + first;
            if (isFirst)
            {
                StoreChain<T, TVector> store = default;
                PackedProduct<T, TVector>.Run(elements, dz, c, in matrix, end - start, columns, in store);
            }
            else
            {
                AddChain<T, TVector> add = default;
                PackedProduct<T, TVector>.Run(elements, dz, c, in matrix, end - start, columns, in add);
            }
        }
    }
}
