namespace ActGen.CompilerServices;

/// <summary>y = fma((x − m)·r, γ, β), with r as it is or from a variance.</summary>
internal unsafe ref struct BatchNormKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Epsilon;
    public ReadOnlySpan<T> Input;
    public Span<T> Output;
    public ReadOnlySpan<T> Mean;

    /// <summary>r of each feature; empty where it comes from <see cref="Variance"/>.</summary>
    public ReadOnlySpan<T> Factor;
    public ReadOnlySpan<T> Variance;
    public ReadOnlySpan<T> Scale;
    public ReadOnlySpan<T> Shift;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int width = Mean.Length, rows = Input.Length / width;
        Span<T> factors = stackalloc T[FeatureNormalization<T, TVector>.Block], scales = stackalloc T[FeatureNormalization<T, TVector>.Block], shifts = stackalloc T[FeatureNormalization<T, TVector>.Block];
        for (int start = 0; start < width && rows > 0; start += FeatureNormalization<T, TVector>.Block)
        {
            int length = Math.Min(FeatureNormalization<T, TVector>.Block, width - start);
            if (Factor.IsEmpty)
                VectorLoop.Map<T, TVector, FromVariance<TVector>>(Variance.Slice(start, length), factors, new(TVector.Broadcast(Epsilon)));
            else
                Factor.Slice(start, length).CopyTo(factors);
            FeatureNormalization<T, TVector>.Fill(Scale, start, length, T.One, scales);
            FeatureNormalization<T, TVector>.Fill(Shift, start, length, T.Zero, shifts);
            fixed (T* x = Input, y = Output, m = Mean, r = factors, scale = scales, shift = shifts)
                FeatureNormalization<T, TVector>.Forward(x + start, y + start, width, rows, length, m + start, r, scale, shift);
        }
    }

    /// <summary>1/√(v + ε).</summary>
    private readonly struct FromVariance<TVector>(TVector epsilon) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _epsilon = epsilon;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector variance) => TVector.Constant(1) / TVector.Sqrt(variance + _epsilon);
    }
}
