namespace ActGen.CompilerServices;

/// <summary>dx of whole rows, group by group, in place of g: dx = fma(x̂, −b, g·γ − a)·r.</summary>
internal unsafe ref struct GroupNormGradientKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Positions;
    public int Features;
    public int Groups;
    public Span<T> Gradient;
    public ReadOnlySpan<T> Input;
    public ReadOnlySpan<T> Scale;
    public Span<T> Statistics;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int width = Features / Groups, size = Positions * Features;
        Span<T> scales = stackalloc T[FeatureNormalization<T, TVector>.Block];
        for (int row = 0; row * size < Input.Length; row++)
        {
            Span<T> statistics = Statistics.Slice(4 * row * Features, 4 * Features);
            for (int first = 0; first < Features; first += width)
                Means<TVector>(Gradient.Slice(row * size, size), Input.Slice(row * size, size), first, width, statistics);
            for (int first = 0; first < Features; first += FeatureNormalization<T, TVector>.Block)
            {
                int length = Math.Min(FeatureNormalization<T, TVector>.Block, Features - first);
                FeatureNormalization<T, TVector>.Fill(Scale, first, length, T.One, scales);
                fixed (T* g = Gradient, x = Input, s = statistics, scale = scales)
                    FeatureNormalization<T, TVector>.Backward(g + (row * size) + first, x + (row * size) + first, Features, Positions, length, s + first, s + Features + first, scale, s + (2 * Features) + first, s + (3 * Features) + first);
            }
        }
    }

    /// <summary>a and −b of a group, for each of its features.</summary>
    [SkipLocalsInit]
    private readonly void Means<TVector>(ReadOnlySpan<T> gradient, ReadOnlySpan<T> input, int first, int width, Span<T> statistics)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int elements = Positions * width;
        Span<T> gs = stackalloc T[GroupElements<T>.Block], xs = stackalloc T[GroupElements<T>.Block], scales = stackalloc T[GroupElements<T>.Block];
        T count = T.CreateChecked(elements), sum = T.Zero, product = T.Zero, mean = statistics[first], factor = statistics[Features + first];
        for (int start = 0; start < elements; start += GroupElements<T>.Block)
        {
            int length = Math.Min(GroupElements<T>.Block, elements - start);
            GroupElements<T>.Gather(gradient, Features, first, width, start, gs[..length]);
            GroupElements<T>.Gather(input, Features, first, width, start, xs[..length]);
            if (!Scale.IsEmpty)
                GroupElements<T>.Gather(Scale, Features, first, width, start, scales[..length]);
            (T sumOfBlock, T productOfBlock) = DeviationSums<T, TVector>.Gradients(gs[..length], Scale.IsEmpty ? default : scales[..length], xs[..length], mean, factor);
            (sum, product) = start == 0 ? (sumOfBlock, productOfBlock) : (sum + sumOfBlock, product + productOfBlock);
        }
        statistics.Slice((2 * Features) + first, width).Fill(sum / count);
        statistics.Slice((3 * Features) + first, width).Fill(-(product / count));
    }
}
