namespace ActGen.CompilerServices;

/// <summary>db = Σ dz for some outputs: rows in chunks, chunk results added in ascending order (rule 3 of the canonical orders).</summary>
internal ref struct DenseBiasGradientKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public ReadOnlySpan<T> OutputGradient;
    public Span<T> BiasGradient;
    public int Outputs;

    /// <summary>The outputs.</summary>
    public (int Start, int End) Own;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int rows = OutputGradient.Length / Outputs, columns = Own.End - Own.Start;
        fixed (T* gradient = OutputGradient, bias = BiasGradient)
        {
            if (columns < TVector.Count)
                ColumnSum<T, TVector>.StorePart(gradient + Own.Start, Outputs, rows, bias + Own.Start, columns);
            else
                ColumnSum<T, TVector>.Store(gradient + Own.Start, Outputs, rows, bias + Own.Start, columns);
        }
    }
}
