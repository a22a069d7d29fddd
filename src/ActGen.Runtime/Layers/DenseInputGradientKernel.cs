namespace ActGen.CompilerServices;

/// <summary>dx = dz·Wᵀ for some rows, or for some inputs of all rows: every element a chain over the outputs, ascending (rule 2 of the canonical orders).</summary>
internal ref struct DenseInputGradientKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public ReadOnlySpan<T> OutputGradient;

    /// <summary>Wᵀ of the worker's inputs, as <see cref="TransposedPanels{T}"/>.</summary>
    public ReadOnlySpan<T> Transposed;

    public Span<T> InputGradient;
    public int Inputs;
    public int Outputs;

    /// <summary>The inputs of this worker: all of them, or some.</summary>
    public (int Start, int End) Own;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        StoreChain<T, TVector> store = default;
        int rows = InputGradient.Length / Inputs, columns = Own.End - Own.Start;
        fixed (T* gradient = OutputGradient, weights = Transposed, result = InputGradient)
        {
            for (int panel = 0; panel < TransposedPanels<T>.Count(columns); panel++)
            {
                (int start, int end) = TransposedPanels<T>.Inputs(panel, columns);
                ProductShape shape = new(Outputs, Outputs, 1, end - start, Inputs);
                MatrixProduct<T, TVector>.Run(gradient, weights + ((nint)start * Outputs), result + Own.Start + start, in shape, rows, end - start, in store);
            }
        }
    }
}
