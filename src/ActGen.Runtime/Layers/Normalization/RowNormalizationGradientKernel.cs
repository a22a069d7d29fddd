namespace ActGen.CompilerServices;

/// <summary>dx = fma(x̂, −b, h − a)·r, row by row, in place of g.</summary>
internal ref partial struct RowNormalizationGradientKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public bool Centers;
    public int Width;
    public Span<T> Gradient;
    public ReadOnlySpan<T> Input;
    public ReadOnlySpan<T> Statistics;
    public ReadOnlySpan<T> Scale;

    /// <summary>As γ, or empty where somebody else sums; assigned.</summary>
    public Span<T> ScaleGradient;

    /// <summary>As β, or empty; assigned.</summary>
    public Span<T> ShiftGradient;

    /// <summary>The sums of a chunk: two for each feature.</summary>
    public Span<T> Sums;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        T count = T.CreateChecked(Width);
        int kept = 0;
        for (int start = 0; start < Input.Length; start += Width)
        {
            if (!ScaleGradient.IsEmpty && start % (RowsAtOnce * Width) == 0)
                AddTerms<TVector>(start / Width);
            Span<T> g = Gradient.Slice(start, Width);
            ReadOnlySpan<T> x = Input.Slice(start, Width);
            T mean = Centers ? Statistics[kept++] : T.Zero, factor = Statistics[kept++];
            (T sum, T product) = DeviationSums<T, TVector>.Gradients(g, Scale, x, mean, factor);
            Derivative<TVector> derivative = new(TVector.Broadcast(mean), TVector.Broadcast(factor), TVector.Broadcast(Centers ? sum / count : T.Zero), TVector.Broadcast(-(product / count)));
            if (Scale.IsEmpty)
                VectorLoop.Map<T, TVector, Derivative<TVector>>(g, x, g, in derivative);
            else
                VectorLoop.Map<T, TVector, Derivative<TVector>>(g, x, Scale, g, in derivative);
        }
    }

    private readonly struct Derivative<TVector>(TVector mean, TVector factor, TVector sum, TVector product) : IVectorMap2<TVector>, IVectorMap3<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _mean = mean, _factor = factor, _sum = sum, _product = product;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector h, TVector x) => TVector.MultiplyAdd((x - _mean) * _factor, _product, h - _sum) * _factor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector g, TVector x, TVector scale) => Apply(g * scale, x);
    }
}
