namespace ActGen.CompilerServices;

/// <summary>The register tile of a layer of few outputs, backward: one vector of inputs, all outputs, some rows. dWᵀ and, where it is asked for, db gather in registers while dx leaves row by row.</summary>
internal static unsafe class FewOutputsTile<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>One tile.</summary>
    /// <typeparam name="TOutputs">Outputs.</typeparam>
    /// <param name="x">First row of x, at the first input.</param>
    /// <param name="dz">First row of dz.</param>
    /// <param name="weights">Row 0 of Wᵀ, at the first input.</param>
    /// <param name="dx">First row of dx, at the first input.</param>
    /// <param name="sums">Row 0 of dWᵀ, at the first input.</param>
    /// <param name="bias">db, or null; only where a vector covers the outputs.</param>
    /// <param name="rows">Rows: at most a chunk.</param>
    /// <param name="inputs">From one row of x and dx to the next.</param>
    /// <param name="stride">From one row of Wᵀ and dWᵀ to the next.</param>
    /// <param name="adds">Whether the chains are added to what is there: all chunks but the first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TOutputs>(T* x, T* dz, T* weights, T* dx, T* sums, T* bias, nint rows, nint inputs, nint stride, bool adds)
        where TOutputs : unmanaged, ITileExtent
    {
        TVector s0 = TVector.Zero, w0 = sizeof(TOutputs) > 0 ? TVector.Load(in *(weights + (0 * stride)), 0) : TVector.Zero;
        TVector s1 = TVector.Zero, w1 = sizeof(TOutputs) > 1 ? TVector.Load(in *(weights + (1 * stride)), 0) : TVector.Zero;
        TVector s2 = TVector.Zero, w2 = sizeof(TOutputs) > 2 ? TVector.Load(in *(weights + (2 * stride)), 0) : TVector.Zero;
        TVector s3 = TVector.Zero, w3 = sizeof(TOutputs) > 3 ? TVector.Load(in *(weights + (3 * stride)), 0) : TVector.Zero;
        TVector s4 = TVector.Zero, w4 = sizeof(TOutputs) > 4 ? TVector.Load(in *(weights + (4 * stride)), 0) : TVector.Zero;
        TVector s5 = TVector.Zero, w5 = sizeof(TOutputs) > 5 ? TVector.Load(in *(weights + (5 * stride)), 0) : TVector.Zero;
        TVector s6 = TVector.Zero, w6 = sizeof(TOutputs) > 6 ? TVector.Load(in *(weights + (6 * stride)), 0) : TVector.Zero;
        TVector s7 = TVector.Zero, w7 = sizeof(TOutputs) > 7 ? TVector.Load(in *(weights + (7 * stride)), 0) : TVector.Zero;
        TVector s8 = TVector.Zero, w8 = sizeof(TOutputs) > 8 ? TVector.Load(in *(weights + (8 * stride)), 0) : TVector.Zero;
        TVector s9 = TVector.Zero, w9 = sizeof(TOutputs) > 9 ? TVector.Load(in *(weights + (9 * stride)), 0) : TVector.Zero;
        TVector s10 = TVector.Zero, w10 = sizeof(TOutputs) > 10 ? TVector.Load(in *(weights + (10 * stride)), 0) : TVector.Zero;
        TVector s11 = TVector.Zero, w11 = sizeof(TOutputs) > 11 ? TVector.Load(in *(weights + (11 * stride)), 0) : TVector.Zero;
        TVector biasSum = TVector.Zero;
        for (; rows > 0; rows--)
        {
            if (bias != null)
                biasSum += RowVector<T, TVector>.Load(dz, sizeof(TOutputs));
            TVector row = TVector.Load(in *x, 0), gradient = TVector.Zero;
            if (sizeof(TOutputs) > 0)
                Step(dz[0], row, w0, ref s0, ref gradient);
            if (sizeof(TOutputs) > 1)
                Step(dz[1], row, w1, ref s1, ref gradient);
            if (sizeof(TOutputs) > 2)
                Step(dz[2], row, w2, ref s2, ref gradient);
            if (sizeof(TOutputs) > 3)
                Step(dz[3], row, w3, ref s3, ref gradient);
            if (sizeof(TOutputs) > 4)
                Step(dz[4], row, w4, ref s4, ref gradient);
            if (sizeof(TOutputs) > 5)
                Step(dz[5], row, w5, ref s5, ref gradient);
            if (sizeof(TOutputs) > 6)
                Step(dz[6], row, w6, ref s6, ref gradient);
            if (sizeof(TOutputs) > 7)
                Step(dz[7], row, w7, ref s7, ref gradient);
            if (sizeof(TOutputs) > 8)
                Step(dz[8], row, w8, ref s8, ref gradient);
            if (sizeof(TOutputs) > 9)
                Step(dz[9], row, w9, ref s9, ref gradient);
            if (sizeof(TOutputs) > 10)
                Step(dz[10], row, w10, ref s10, ref gradient);
            if (sizeof(TOutputs) > 11)
                Step(dz[11], row, w11, ref s11, ref gradient);
            TVector.Store(gradient, ref *dx, 0);
            x += inputs;
            dx += inputs;
            dz += sizeof(TOutputs);
        }

        if (bias != null)
            RowVector<T, TVector>.Store(adds ? RowVector<T, TVector>.Load(bias, sizeof(TOutputs)) + biasSum : biasSum, bias, sizeof(TOutputs));
        if (sizeof(TOutputs) > 0)
            RowChunk.Store(s0, sums + (0 * stride), adds);
        if (sizeof(TOutputs) > 1)
            RowChunk.Store(s1, sums + (1 * stride), adds);
        if (sizeof(TOutputs) > 2)
            RowChunk.Store(s2, sums + (2 * stride), adds);
        if (sizeof(TOutputs) > 3)
            RowChunk.Store(s3, sums + (3 * stride), adds);
        if (sizeof(TOutputs) > 4)
            RowChunk.Store(s4, sums + (4 * stride), adds);
        if (sizeof(TOutputs) > 5)
            RowChunk.Store(s5, sums + (5 * stride), adds);
        if (sizeof(TOutputs) > 6)
            RowChunk.Store(s6, sums + (6 * stride), adds);
        if (sizeof(TOutputs) > 7)
            RowChunk.Store(s7, sums + (7 * stride), adds);
        if (sizeof(TOutputs) > 8)
            RowChunk.Store(s8, sums + (8 * stride), adds);
        if (sizeof(TOutputs) > 9)
            RowChunk.Store(s9, sums + (9 * stride), adds);
        if (sizeof(TOutputs) > 10)
            RowChunk.Store(s10, sums + (10 * stride), adds);
        if (sizeof(TOutputs) > 11)
            RowChunk.Store(s11, sums + (11 * stride), adds);
    }

    /// <summary>One step of two chains, over rows and over outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(T dz, TVector row, TVector weights, ref TVector sum, ref TVector gradient)
    {
        TVector factor = TVector.Broadcast(dz);
        TVector.Accumulate(factor, row, ref sum);
        TVector.Accumulate(factor, weights, ref gradient);
    }
}
