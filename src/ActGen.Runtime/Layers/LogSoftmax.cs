namespace ActGen.CompilerServices;

/// <summary>y = x − max − log Σ exp(x − max). Backward: dx = g − exp(y)·Σg, from the kept y.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LogSoftmax : IRowFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T, TVector>(ReadOnlySpan<T> x, Span<T> y, Span<T> kept)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T> => SoftmaxRow<T, TVector>.LogProbabilities(x, y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T, TVector>(ReadOnlySpan<T> kept, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T> =>
        VectorLoop.Map<T, TVector, Jacobian<TVector>>(outputGradient, kept, inputGradient, new(TVector.Broadcast(RowReduction<T, TVector>.Sum(outputGradient))));

    private readonly struct Jacobian<TVector>(TVector sum) : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _sum = sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector gradient, TVector y) => TVector.MultiplyAdd(-VectorMath.Exp(y), _sum, gradient);
    }
}
