namespace ActGen.CompilerServices;

/// <summary>dx = fma(x̂, −b, g·γ − a)·r, a = γ·(Σg/N), b = γ·(Σg·x̂/N), in place of g.</summary>
internal unsafe ref struct BatchNormGradientKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Count;
    public Span<T> Gradient;
    public ReadOnlySpan<T> Input;
    public ReadOnlySpan<T> Mean;
    public ReadOnlySpan<T> Factor;
    public ReadOnlySpan<T> Scale;
    public ReadOnlySpan<T> ScaleGradient;
    public ReadOnlySpan<T> ShiftGradient;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        int width = Mean.Length, rows = Input.Length / width;
        Span<T> scales = stackalloc T[FeatureNormalization<T, TVector>.Block], sums = stackalloc T[FeatureNormalization<T, TVector>.Block], products = stackalloc T[FeatureNormalization<T, TVector>.Block];
        for (int start = 0; start < width && rows > 0; start += FeatureNormalization<T, TVector>.Block)
        {
            int length = Math.Min(FeatureNormalization<T, TVector>.Block, width - start);
            FeatureNormalization<T, TVector>.Fill(Scale, start, length, T.One, scales);
            for (int i = 0; i < length; i++)
            {
                sums[i] = scales[i] * (ShiftGradient[start + i] / Count);
                products[i] = -(scales[i] * (ScaleGradient[start + i] / Count));
            }
            fixed (T* g = Gradient, x = Input, m = Mean, r = Factor, scale = scales, sum = sums, product = products)
                FeatureNormalization<T, TVector>.Backward(g + start, x + start, width, rows, length, m + start, r + start, scale, sum, product);
        }
    }
}
