namespace ActGen.CompilerServices;

/// <summary>y = f((x·W + b) + 0) for some outputs of one row: what several workers do who share a single row. Each output is the same chain as in
/// <see cref="DenseForwardKernel{T, TActivation}"/>, so the bits are the same.</summary>
internal ref struct DenseRowKernel<T, TActivation> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : IActivation
{
    public ReadOnlySpan<T> Input;
    public ReadOnlySpan<T> Weights;
    public ReadOnlySpan<T> Bias;
    public Span<T> Output;
    public ReadOnlySpan<T> Parameters;
    public ActivationOperand Keeps;
    public Span<T> Kept;

    /// <summary>The outputs of this worker.</summary>
    public (int Start, int End) Own;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly unsafe void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        Span<TVector> parameters = stackalloc TVector[Parameters.Length];
        ActivationLoop<T, TVector, TActivation>.Broadcast(Parameters, parameters);
        ProductShape shape = new(Input.Length, Input.Length, 1, Output.Length, Output.Length);
        fixed (T* input = Input, weights = Weights, bias = Bias, output = Output)
        {
            AddBias<T, TVector> addBias = new(bias == null ? null : bias + Own.Start);
            MatrixProduct<T, TVector>.Run(input, weights + Own.Start, output + Own.Start, in shape, 1, Own.End - Own.Start, in addBias);
        }
        Range own = Own.Start..Own.End;
        ActivationLoop<T, TVector, TActivation>.Forward(Output[own], Output[own], parameters, Keeps, Kept.IsEmpty ? Kept : Kept[own]);
    }
}
