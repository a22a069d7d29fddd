namespace ActGen.CompilerServices;

/// <summary>Powers of all elements with one exponent.</summary>
internal readonly ref struct PowerKernel : IVectorKernel<float>
{
    private readonly ReadOnlySpan<float> _source;
    private readonly Span<float> _destination;
    private readonly float _exponent;

    private PowerKernel(ReadOnlySpan<float> source, float exponent, Span<float> destination)
    {
        _source = source;
        _destination = destination;
        _exponent = exponent;
    }

    /// <summary>destination[i] = source[i] to the exponent.</summary>
    /// <exception cref="ArgumentException">The spans do not fit together.</exception>
    public static void Run(ReadOnlySpan<float> source, float exponent, Span<float> destination)
    {
        PowerKernel kernel = new(source, exponent, ElementwiseArguments.Destination(source, destination));
        VectorWidth.Run<PowerKernel, float>(ref kernel);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void IVectorKernel<float>.Run<TVector>() => VectorLoop.Map<float, TVector, Map<TVector>>(_source, _destination, new(TVector.Broadcast(_exponent)));

    private readonly struct Map<TVector>(TVector exponent) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _exponent = exponent;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => VectorMath.Pow(x, _exponent);
    }
}
