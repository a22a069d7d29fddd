namespace ActGen.CompilerServices;

/// <summary>A rectangle of dW = xᵀ·dz: rows in chunks, each chunk a chain, chunk results added in ascending
/// order (rule 3 of the canonical orders).</summary>
internal ref partial struct DenseWeightGradientKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public ReadOnlySpan<T> Input;
    public ReadOnlySpan<T> OutputGradient;
    public Span<T> WeightGradient;
    public int Inputs;
    public int Outputs;

    /// <summary>The inputs, which are rows of dW, of the rectangle.</summary>
    public (int Start, int End) OwnInputs;

    /// <summary>The outputs, which are columns of dW, of the rectangle.</summary>
    public (int Start, int End) OwnOutputs;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int rows = OutputGradient.Length / Outputs;
        nint columns = OwnOutputs.End - OwnOutputs.Start, height = OwnInputs.End - OwnInputs.Start;
        fixed (T* input = Input, gradient = OutputGradient, result = WeightGradient)
        {
            // A is xᵀ: its rows are neighbours in memory, its steps are the rows of the batch.
            T* a = input + OwnInputs.Start, b = gradient + OwnOutputs.Start, c = result + ((nint)OwnInputs.Start * Outputs) + OwnOutputs.Start;
            if (columns < TVector.Count)
            {
                InChunks<TVector, VectorProduct<TVector>, AddChainInPart<T, TVector>>(a, b, rows, new(c, height, (int)columns), new((int)columns));
                return;
            }
            ProductShape first = Chunk(rows, 0);
            if (PackedProduct<T, TVector>.PaysTransposed(in first, height, columns))
            {
                InChunks<TVector, CopiedProduct<TVector>, AddChain<T, TVector>>(a, b, rows, new(c, height, columns), default);
                return;
            }
            nint column = 0;
            while (TileColumns.Next(ref column, columns, TVector.Count, out TileColumns tile))
                InChunks<TVector, TileProduct<TVector>, AddChain<T, TVector>>(a, b + tile.First, rows, new(c + tile.First, height, tile), default);
        }
    }

    /// <summary>The chunks in ascending order, which are added to one another in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly unsafe void InChunks<TVector, TProduct, TAdd>(T* a, T* b, int rows, TProduct product, TAdd add)
        where TVector : unmanaged, ISimd<TVector, T>
        where TProduct : struct, IChunkProduct<TVector>
        where TAdd : struct, IProductEpilogue<T, TVector>
    {
        for (int start = 0; start < rows; start += RowChunk.Rows)
        {
            ProductShape shape = Chunk(rows, start);
            T* chunkA = a + ((nint)start * Inputs), chunkB = b + ((nint)start * Outputs);
            if (start == 0)
            {
                StoreChain<T, TVector> store = default;
                product.Run(chunkA, chunkB, in shape, in store);
            }
            else
            {
                product.Run(chunkA, chunkB, in shape, in add);
            }
        }
    }

    /// <summary>The product of a chunk of rows, which are its steps.</summary>
    private readonly ProductShape Chunk(int rows, int start) => new(Math.Min(RowChunk.Rows, rows - start), 1, Inputs, Outputs, Outputs);
}
