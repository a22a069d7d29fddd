namespace ActGen.CompilerServices;

/// <summary>A function of one element over spans.</summary>
/// <typeparam name="TFunction">The function.</typeparam>
internal readonly ref struct FunctionKernel<TFunction> : IVectorKernel<float>
    where TFunction : struct, IVectorFunction
{
    private readonly ReadOnlySpan<float> _source;
    private readonly Span<float> _destination;

    private FunctionKernel(ReadOnlySpan<float> source, Span<float> destination)
    {
        _source = source;
        _destination = destination;
    }

    /// <summary>destination[i] = f(source[i]).</summary>
    /// <exception cref="ArgumentException">The spans do not fit together.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(ReadOnlySpan<float> source, Span<float> destination)
    {
        FunctionKernel<TFunction> kernel = new(source, ElementwiseArguments.Destination(source, destination));
        VectorWidth.Run<FunctionKernel<TFunction>, float>(ref kernel);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IVectorKernel<float>.Run<TVector>() => VectorLoop.MapAlone<float, TVector, Map<TVector>>(_source, _destination, default);

    private readonly struct Map<TVector> : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => TFunction.Invoke(x);
    }
}
