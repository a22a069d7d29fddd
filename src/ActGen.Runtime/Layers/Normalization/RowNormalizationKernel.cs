namespace ActGen.CompilerServices;

/// <summary>y = (x − m)·r·γ + β, row by row.</summary>
internal ref partial struct RowNormalizationKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public bool Centers;
    public T Epsilon;
    public int Width;
    public ReadOnlySpan<T> Input;
    public Span<T> Output;
    public ReadOnlySpan<T> Scale;
    public ReadOnlySpan<T> Shift;
    public Span<T> Statistics;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        switch ((Width + TVector.Count - 1) / TVector.Count)
        {
            case 1:
                Short<TVector, TileExtent.One>();
                break;
            case 2:
                Short<TVector, TileExtent.Two>();
                break;
            case 3:
                Short<TVector, TileExtent.Three>();
                break;
            case 4:
                Short<TVector, TileExtent.Four>();
                break;
            default:
                Long<TVector>();
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Long<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        T count = T.CreateChecked(Width);
        int kept = 0;
        for (int start = 0; start < Input.Length; start += Width)
        {
            ReadOnlySpan<T> x = Input.Slice(start, Width);
            T mean = Centers ? RowReduction<T, TVector>.Sum(x) / count : T.Zero;
            T square = Centers ? DeviationSums<T, TVector>.Squares(x, mean) : RowReduction<T, TVector>.Dot(x, x);
            T factor = T.One / T.Sqrt((square / count) + Epsilon);
            Write<TVector>(x, Output.Slice(start, Width), TVector.Broadcast(mean), TVector.Broadcast(factor));
            if (Statistics.IsEmpty)
                continue;
            if (Centers)
                Statistics[kept++] = mean;
            Statistics[kept++] = factor;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Write<TVector>(ReadOnlySpan<T> x, Span<T> y, TVector mean, TVector factor)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (Scale.IsEmpty)
            VectorLoop.Map<T, TVector, Normalized<TVector>>(x, y, new(mean, factor));
        else if (Shift.IsEmpty)
            VectorLoop.Map<T, TVector, Scaled<TVector>>(x, Scale, y, new(mean, factor));
        else
            VectorLoop.Map<T, TVector, Affine<TVector>>(x, Scale, Shift, y, new(mean, factor));
    }

    /// <summary>x̂.</summary>
    private readonly struct Normalized<TVector>(TVector mean, TVector factor) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _mean = mean, _factor = factor;

        public static bool IsCheap => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => (x - _mean) * _factor;
    }

    /// <summary>x̂·γ.</summary>
    private readonly struct Scaled<TVector>(TVector mean, TVector factor) : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _mean = mean, _factor = factor;

        public static bool IsCheap => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x, TVector scale) => (x - _mean) * _factor * scale;
    }

    /// <summary>x̂·γ + β.</summary>
    private readonly struct Affine<TVector>(TVector mean, TVector factor) : IVectorMap3<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _mean = mean, _factor = factor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x, TVector scale, TVector shift) => TVector.MultiplyAdd((x - _mean) * _factor, scale, shift);
    }
}
