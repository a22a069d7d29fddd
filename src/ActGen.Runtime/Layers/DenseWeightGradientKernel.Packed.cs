namespace ActGen.CompilerServices;

/// <content>Many inputs and outputs: chunk after chunk, each from copies of x and dz whose steps follow each other in memory.</content>
internal ref partial struct DenseWeightGradientKernel<T>
{
    private readonly unsafe void Packed<TVector>(T* a, T* b, T* c, int rows, nint height, nint columns)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        for (int start = 0; start < rows; start += RowChunk.Rows)
        {
            ProductShape shape = Chunk(rows, start);
            T* chunkA = a + ((nint)start * Inputs), chunkB = b + ((nint)start * Outputs);
            if (start == 0)
            {
                StoreChain<T, TVector> store = default;
                PackedProduct<T, TVector>.Run(chunkA, chunkB, c, in shape, height, columns, in store);
            }
            else
            {
                AddChain<T, TVector> add = default;
                PackedProduct<T, TVector>.Run(chunkA, chunkB, c, in shape, height, columns, in add);
            }
        }
    }
}
