namespace ActGen.CompilerServices;

/// <summary>The register tile of a layer of few inputs, backward: one vector of outputs, all inputs, some rows. dz = ∂L/∂y · f′ leaves row by row while dW and db gather in registers.</summary>
internal static unsafe class FewInputsTile<T, TVector, TActivation>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TActivation : IActivation
{
    /// <summary>One tile.</summary>
    /// <typeparam name="TInputs">Inputs.</typeparam>
    /// <param name="x">First row of x.</param>
    /// <param name="dz">First row of ∂L/∂y, at the first output; overwritten with dz.</param>
    /// <param name="kept">First row of what is kept, at the first output; null where dz is there already.</param>
    /// <param name="isOutput">Whether y is kept; otherwise f′.</param>
    /// <param name="weightGradient">Row 0 of dW, at the first output.</param>
    /// <param name="biasGradient">db, at the first output, or null.</param>
    /// <param name="rows">Rows: at most a chunk.</param>
    /// <param name="outputs">From one row of dz, of what is kept and of dW to the next.</param>
    /// <param name="adds">Whether the chains are added to what is there: all chunks but the first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TInputs>(T* x, T* dz, T* kept, bool isOutput, T* weightGradient, T* biasGradient, nint rows, nint outputs, bool adds)
        where TInputs : unmanaged, ITileExtent
    {
        TVector bias = TVector.Zero;
        TVector s0 = TVector.Zero, s1 = TVector.Zero, s2 = TVector.Zero, s3 = TVector.Zero;
        TVector s4 = TVector.Zero, s5 = TVector.Zero, s6 = TVector.Zero, s7 = TVector.Zero;
        TVector s8 = TVector.Zero, s9 = TVector.Zero, s10 = TVector.Zero, s11 = TVector.Zero;
        for (; rows > 0; rows--)
        {
            TVector gradient = TVector.Load(in *dz, 0);
            if (kept != null)
            {
                TVector factor = TVector.Load(in *kept, 0);
                // The first is known to the JIT.
                if (TActivation.Keeps == ActivationOperand.Output && isOutput)
                    factor = TActivation.DerivativeOfOutput<TVector, Accurate>(factor, default);
                gradient *= factor;
                TVector.Store(gradient, ref *dz, 0);
                kept += outputs;
            }
            bias += gradient;
            if (sizeof(TInputs) > 0)
                TVector.Accumulate(x, gradient, ref s0);
            if (sizeof(TInputs) > 1)
                TVector.Accumulate(x + 1, gradient, ref s1);
            if (sizeof(TInputs) > 2)
                TVector.Accumulate(x + 2, gradient, ref s2);
            if (sizeof(TInputs) > 3)
                TVector.Accumulate(x + 3, gradient, ref s3);
            if (sizeof(TInputs) > 4)
                TVector.Accumulate(x + 4, gradient, ref s4);
            if (sizeof(TInputs) > 5)
                TVector.Accumulate(x + 5, gradient, ref s5);
            if (sizeof(TInputs) > 6)
                TVector.Accumulate(x + 6, gradient, ref s6);
            if (sizeof(TInputs) > 7)
                TVector.Accumulate(x + 7, gradient, ref s7);
            if (sizeof(TInputs) > 8)
                TVector.Accumulate(x + 8, gradient, ref s8);
            if (sizeof(TInputs) > 9)
                TVector.Accumulate(x + 9, gradient, ref s9);
            if (sizeof(TInputs) > 10)
                TVector.Accumulate(x + 10, gradient, ref s10);
            if (sizeof(TInputs) > 11)
                TVector.Accumulate(x + 11, gradient, ref s11);
            x += sizeof(TInputs);
            dz += outputs;
        }

        if (sizeof(TInputs) > 0)
            RowChunk.Store(s0, weightGradient + (0 * outputs), adds);
        if (sizeof(TInputs) > 1)
            RowChunk.Store(s1, weightGradient + (1 * outputs), adds);
        if (sizeof(TInputs) > 2)
            RowChunk.Store(s2, weightGradient + (2 * outputs), adds);
        if (sizeof(TInputs) > 3)
            RowChunk.Store(s3, weightGradient + (3 * outputs), adds);
        if (sizeof(TInputs) > 4)
            RowChunk.Store(s4, weightGradient + (4 * outputs), adds);
        if (sizeof(TInputs) > 5)
            RowChunk.Store(s5, weightGradient + (5 * outputs), adds);
        if (sizeof(TInputs) > 6)
            RowChunk.Store(s6, weightGradient + (6 * outputs), adds);
        if (sizeof(TInputs) > 7)
            RowChunk.Store(s7, weightGradient + (7 * outputs), adds);
        if (sizeof(TInputs) > 8)
            RowChunk.Store(s8, weightGradient + (8 * outputs), adds);
        if (sizeof(TInputs) > 9)
            RowChunk.Store(s9, weightGradient + (9 * outputs), adds);
        if (sizeof(TInputs) > 10)
            RowChunk.Store(s10, weightGradient + (10 * outputs), adds);
        if (sizeof(TInputs) > 11)
            RowChunk.Store(s11, weightGradient + (11 * outputs), adds);
        if (biasGradient != null)
            RowChunk.Store(bias, biasGradient, adds);
    }
}
