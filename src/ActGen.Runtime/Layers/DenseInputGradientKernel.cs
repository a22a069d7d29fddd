namespace ActGen.CompilerServices;

/// <summary>dx = dz·Wᵀ for some rows: every element a chain over the outputs, ascending (rule 2 of the canonical orders).</summary>
internal ref struct DenseInputGradientKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public ReadOnlySpan<T> OutputGradient;
    public ReadOnlySpan<T> Transposed;
    public Span<T> InputGradient;
    public int Inputs;
    public int Outputs;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        ProductShape shape = new(Outputs, Outputs, 1, Inputs, Inputs);
        StoreChain<T, TVector> store = default;
        fixed (T* gradient = OutputGradient, weights = Transposed, result = InputGradient)
            MatrixProduct<T, TVector>.Run(gradient, weights, result, in shape, InputGradient.Length / Inputs, Inputs, in store);
    }
}
