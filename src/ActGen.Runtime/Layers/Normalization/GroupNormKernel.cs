namespace ActGen.CompilerServices;

/// <summary>y of whole rows, group by group.</summary>
internal unsafe ref struct GroupNormKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Positions;
    public int Features;
    public int Groups;
    public T Epsilon;
    public ReadOnlySpan<T> Input;
    public Span<T> Output;
    public ReadOnlySpan<T> Scale;
    public ReadOnlySpan<T> Shift;
    public Span<T> Statistics;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int width = Features / Groups, size = Positions * Features;
        Span<T> block = stackalloc T[GroupElements<T>.Block];
        for (int row = 0; row * size < Input.Length; row++)
        {
            for (int first = 0; first < Features; first += width)
            {
                (T mean, T factor) = Statistic<TVector>(Input.Slice(row * size, size), first, width, block);
                Write<TVector>(row * size, first, width, mean, factor);
                if (Statistics.IsEmpty)
                    continue;
                Statistics.Slice((4 * row * Features) + first, width).Fill(mean);
                Statistics.Slice((4 * row * Features) + Features + first, width).Fill(factor);
            }
        }
    }

    /// <summary>m and r.</summary>
    private readonly (T Mean, T Factor) Statistic<TVector>(ReadOnlySpan<T> row, int first, int width, Span<T> block)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int elements = Positions * width;
        T count = T.CreateChecked(elements), sum = T.Zero, squares = T.Zero;
        for (int start = 0; start < elements; start += GroupElements<T>.Block)
        {
            Span<T> x = block[..Math.Min(GroupElements<T>.Block, elements - start)];
            GroupElements<T>.Gather(row, Features, first, width, start, x);
            T part = RowReduction<T, TVector>.Sum(x);
            sum = start == 0 ? part : sum + part;
        }
        T mean = sum / count;
        for (int start = 0; start < elements; start += GroupElements<T>.Block)
        {
            Span<T> x = block[..Math.Min(GroupElements<T>.Block, elements - start)];
            GroupElements<T>.Gather(row, Features, first, width, start, x);
            T part = DeviationSums<T, TVector>.Squares(x, mean);
            squares = start == 0 ? part : squares + part;
        }
        return (mean, T.One / T.Sqrt((squares / count) + Epsilon));
    }

    [SkipLocalsInit]
    private readonly void Write<TVector>(int row, int group, int width, T mean, T factor)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        const int block = FeatureNormalization<T, TVector>.Block;
        Span<T> means = stackalloc T[block], factors = stackalloc T[block], scales = stackalloc T[block], shifts = stackalloc T[block];
        means.Fill(mean);
        factors.Fill(factor);
        for (int first = group; first < group + width; first += block)
        {
            int length = Math.Min(block, group + width - first);
            FeatureNormalization<T, TVector>.Fill(Scale, first, length, T.One, scales);
            FeatureNormalization<T, TVector>.Fill(Shift, first, length, T.Zero, shifts);
            fixed (T* x = Input, y = Output, m = means, r = factors, scale = scales, shift = shifts)
                FeatureNormalization<T, TVector>.Forward(x + row + first, y + row + first, Features, Positions, length, m, r, scale, shift);
        }
    }
}
