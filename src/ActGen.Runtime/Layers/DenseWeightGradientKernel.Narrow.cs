namespace ActGen.CompilerServices;

/// <content>Fewer outputs than a vector has lanes: dW is one vector wide, whose other lanes are not stored.</content>
internal ref partial struct DenseWeightGradientKernel<T>
{
    private readonly unsafe void OneVector<TVector>(T* a, T* b, T* c, int rows, nint height, int lanes)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        for (int start = 0; start < rows; start += RowChunk.Rows)
        {
            ProductShape shape = Chunk(rows, start);
            T* chunkA = a + ((nint)start * Inputs), chunkB = b + ((nint)start * Outputs);
            if (start == 0)
            {
                StoreChain<T, TVector> store = default;
                NarrowProduct<T, TVector>.OneVector<TileExtent.One, StoreChain<T, TVector>>(chunkA, chunkB, c, in shape, height, 0, lanes, in store);
            }
            else
            {
                AddChainInPart<T, TVector> add = new(lanes);
                NarrowProduct<T, TVector>.OneVector<TileExtent.One, AddChainInPart<T, TVector>>(chunkA, chunkB, c, in shape, height, 0, lanes, in add);
            }
        }
    }
}
