namespace ActGen.CompilerServices;

/// <content>The ways to multiply a chunk.</content>
internal ref partial struct DenseWeightGradientKernel<T>
{
    /// <summary>xᵀ·dz of the rows of a chunk, for a part of dW.</summary>
    private unsafe interface IChunkProduct<TVector>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        void Run<TEpilogue>(T* a, T* b, in ProductShape shape, ref readonly TEpilogue epilogue)
            where TEpilogue : struct, IProductEpilogue<T, TVector>;
    }

    /// <summary>The columns of a tile.</summary>
    private readonly unsafe struct TileProduct<TVector>(T* c, nint height, TileColumns tile) : IChunkProduct<TVector>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        private readonly TileColumns _tile = tile;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TEpilogue>(T* a, T* b, in ProductShape shape, ref readonly TEpilogue epilogue)
            where TEpilogue : struct, IProductEpilogue<T, TVector> =>
            ProductRows<T, TVector>.Run(a, b, c, in shape, height, in _tile, in epilogue);
    }

    /// <summary>Many inputs and outputs: from copies of x and dz whose steps follow each other in memory.</summary>
    private readonly unsafe struct CopiedProduct<TVector>(T* c, nint height, nint columns) : IChunkProduct<TVector>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TEpilogue>(T* a, T* b, in ProductShape shape, ref readonly TEpilogue epilogue)
            where TEpilogue : struct, IProductEpilogue<T, TVector> =>
            PackedProduct<T, TVector>.Run(a, b, c, in shape, height, columns, in epilogue);
    }

    /// <summary>Fewer outputs than a vector has lanes: dW is one vector wide, whose other lanes are not stored.</summary>
    private readonly unsafe struct VectorProduct<TVector>(T* c, nint height, int lanes) : IChunkProduct<TVector>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TEpilogue>(T* a, T* b, in ProductShape shape, ref readonly TEpilogue epilogue)
            where TEpilogue : struct, IProductEpilogue<T, TVector> =>
            NarrowProduct<T, TVector>.OneVector<TileExtent.One, TEpilogue>(a, b, c, in shape, height, 0, lanes, in epilogue);
    }
}
