namespace ActGen.CompilerServices;

/// <summary>y = [max(x, 0), max(−x, 0)]: twice as wide (Shang et al. 2016). Backward, from the kept y: dx = g₁ where x is positive, −g₂ where it is negative, 0 at 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CReLU : IRowFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T, TVector>(ReadOnlySpan<T> x, Span<T> y, Span<T> kept)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T> =>
        VectorLoop.MapToPair<T, TVector, Sides<TVector>>(x, y[..x.Length], y[x.Length..], default);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T, TVector>(ReadOnlySpan<T> kept, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int width = inputGradient.Length;
        VectorLoop.Map<T, TVector, Positive<TVector>>(outputGradient[..width], kept[..width], inputGradient, default);
        VectorLoop.Map<T, TVector, Negative<TVector>>(inputGradient, outputGradient[width..], kept[width..], inputGradient, default);
    }

    private readonly struct Sides<TVector> : IVectorPairMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x, out TVector other)
        {
            other = TVector.Max(-x, TVector.Zero);
            return TVector.Max(x, TVector.Zero);
        }
    }

    /// <summary>g₁ where y₁ is positive; elsewhere y₁ itself: 0, or NaN.</summary>
    private readonly struct Positive<TVector> : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector gradient, TVector y) => TVector.Select(TVector.GreaterThan(y, TVector.Zero), gradient, y);
    }

    /// <summary>−g₂ where y₂ is positive; elsewhere what the other side gave.</summary>
    private readonly struct Negative<TVector> : IVectorMap3<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector other, TVector gradient, TVector y) => TVector.Select(TVector.GreaterThan(y, TVector.Zero), -gradient, other);
    }
}
