namespace ActGen.CompilerServices;

/// <summary>Sums along a row of a function of its elements, in the order of <see cref="RowReduction{T, TVector}"/>: the sums of the
/// function's values, computed a block at a time.</summary>
internal static class MappedSum<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    private const int Block = RowReduction<T, TVector>.Block;

    /// <summary>Σ map(xᵢ).</summary>
    /// <param name="x">The row.</param>
    /// <param name="map">The function; +0 at −∞.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Of<TMap>(ReadOnlySpan<T> x, scoped in TMap map)
        where TMap : struct, IVectorMap<TVector>, allows ref struct
    {
        Span<T> values = stackalloc T[Math.Min(Block, x.Length)];
        T sum = T.Zero;
        for (int start = 0; start < x.Length; start += Block)
        {
            int length = Math.Min(Block, x.Length - start);
            T block = RowReduction<T, TVector>.MapAndSum(x.Slice(start, length), values, in map);
            sum = start == 0 ? block : sum + block;
        }

        return sum;
    }

    /// <summary>Σ map(xᵢ, yᵢ).</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Of<TMap>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, scoped in TMap map)
        where TMap : struct, IVectorMap2<TVector>, allows ref struct
    {
        Span<T> values = stackalloc T[Math.Min(Block, x.Length)];
        T sum = T.Zero;
        for (int start = 0; start < x.Length; start += Block)
        {
            int length = Math.Min(Block, x.Length - start);
            VectorLoop.Map<T, TVector, TMap>(x.Slice(start, length), y.Slice(start, length), values, in map);
            T block = RowReduction<T, TVector>.Sum(values[..length]);
            sum = start == 0 ? block : sum + block;
        }

        return sum;
    }
}
