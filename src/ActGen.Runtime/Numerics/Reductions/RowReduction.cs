namespace ActGen.CompilerServices;

/// <summary>Sums along a row in the library's fixed order, which has the same bits at every vector width.</summary>
/// <remarks>The order (rule 4 of the canonical orders): 32 virtual lanes start at +0; element i is added to lane
/// i mod 32, ascending; then lane[j] += lane[j + s] for s = 16, 8, 4, 2, 1. Rows over 4,096 elements are cut into blocks
/// of 4,096 whose sums are added in ascending order. A product enters its lane by a fused multiply-add.</remarks>
internal static unsafe class RowReduction<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Virtual lanes.</summary>
    public const int Lanes = 32;

    /// <summary>Elements of a block.</summary>
    public const int Block = 4096;

    /// <summary>Σ xᵢ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Sum(ReadOnlySpan<T> x)
    {
        T sum = SumBlock(x[..Math.Min(Block, x.Length)]);
        for (int start = Block; start < x.Length; start += Block)
            sum += SumBlock(x.Slice(start, Math.Min(Block, x.Length - start)));
        return sum;
    }

    /// <summary>Σ xᵢ·yᵢ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Dot(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
    {
        y = y[..x.Length];
        int length = Math.Min(Block, x.Length);
        T sum = DotBlock(x[..length], y[..length]);
        for (int start = Block; start < x.Length; start += Block)
        {
            length = Math.Min(Block, x.Length - start);
            sum += DotBlock(x.Slice(start, length), y.Slice(start, length));
        }

        return sum;
    }

    /// <summary>y = map(x) and Σ yᵢ. y may be x itself.</summary>
    /// <param name="x">The row.</param>
    /// <param name="y">As long.</param>
    /// <param name="map">The function; +0 at −∞, which fills the last vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T MapAndSum<TMap>(ReadOnlySpan<T> x, Span<T> y, scoped in TMap map)
        where TMap : struct, IVectorMap<TVector>, allows ref struct
    {
        y = y[..x.Length];
        int length = Math.Min(Block, x.Length);
        T sum = MapAndSumBlock(x[..length], y[..length], in map);
        for (int start = Block; start < x.Length; start += Block)
        {
            length = Math.Min(Block, x.Length - start);
            sum += MapAndSumBlock(x.Slice(start, length), y.Slice(start, length), in map);
        }

        return sum;
    }

    // Each block: whole rounds of the virtual lanes, two chains of them side by side, because one alone would wait for each of its additions; then what is left
    // of a round, a vector at a time, its last one filled with what changes no lane.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T SumBlock(ReadOnlySpan<T> block)
    {
        T* lane = stackalloc T[Lanes];
        fixed (T* x = block)
        {
            nuint length = (nuint)block.Length, whole = length / Lanes * Lanes, count = (nuint)TVector.Count;
            for (nuint j = 0; j < Lanes; j += 2 * count)
            {
                TVector sum = TVector.Zero, next = TVector.Zero;
                for (nuint i = j; i < whole; i += Lanes)
                {
                    sum += TVector.Load(in *x, i);
                    next += TVector.Load(in *x, i + count);
                }
                TVector.Store(sum, ref *lane, j);
                TVector.Store(next, ref *lane, j + count);
            }
            for (nuint i = whole; i < length; i += count)
                TVector.Store(TVector.Load(in *lane, i - whole) + RowVector<T, TVector>.Load(x + i, RowVector<T, TVector>.Lanes(length - i)), ref *lane, i - whole);
        }

        return Fold(lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T MapAndSumBlock<TMap>(ReadOnlySpan<T> source, Span<T> destination, scoped in TMap map)
        where TMap : struct, IVectorMap<TVector>, allows ref struct
    {
        T* lane = stackalloc T[Lanes];
        fixed (T* x = source, y = destination)
        {
            nuint length = (nuint)source.Length, whole = length / Lanes * Lanes, count = (nuint)TVector.Count;
            for (nuint j = 0; j < Lanes; j += 2 * count)
            {
                TVector sum = TVector.Zero, next = TVector.Zero;
                for (nuint i = j; i < whole; i += Lanes)
                {
                    TVector value = map.Apply(TVector.Load(in *x, i)), other = map.Apply(TVector.Load(in *x, i + count));
                    TVector.Store(value, ref *y, i);
                    TVector.Store(other, ref *y, i + count);
                    sum += value;
                    next += other;
                }
                TVector.Store(sum, ref *lane, j);
                TVector.Store(next, ref *lane, j + count);
            }
            for (nuint i = whole; i < length; i += count)
            {
                int lanes = RowVector<T, TVector>.Lanes(length - i);
                TVector value = map.Apply(RowVector<T, TVector>.Load(x + i, lanes, TVector.Broadcast(T.NegativeInfinity)));
                RowVector<T, TVector>.Store(value, y + i, lanes);
                TVector.Store(TVector.Load(in *lane, i - whole) + value, ref *lane, i - whole);
            }
        }

        return Fold(lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T DotBlock(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
    {
        T* lane = stackalloc T[Lanes];
        fixed (T* x = left, y = right)
        {
            nuint length = (nuint)left.Length, whole = length / Lanes * Lanes, count = (nuint)TVector.Count;
            for (nuint j = 0; j < Lanes; j += 2 * count)
            {
                TVector sum = TVector.Zero, next = TVector.Zero;
                for (nuint i = j; i < whole; i += Lanes)
                {
                    sum = TVector.MultiplyAdd(TVector.Load(in *x, i), TVector.Load(in *y, i), sum);
                    next = TVector.MultiplyAdd(TVector.Load(in *x, i + count), TVector.Load(in *y, i + count), next);
                }
                TVector.Store(sum, ref *lane, j);
                TVector.Store(next, ref *lane, j + count);
            }
            for (nuint i = whole; i < length; i += count)
            {
                // (−0)·(+0) = −0 changes no lane: one may hold −0, from a product that underflowed, and (+0)·(+0) would make it +0.
                int lanes = RowVector<T, TVector>.Lanes(length - i);
                TVector factor = RowVector<T, TVector>.Load(x + i, lanes, TVector.Broadcast(T.NegativeZero)), other = RowVector<T, TVector>.Load(y + i, lanes);
                TVector.Store(TVector.MultiplyAdd(factor, other, TVector.Load(in *lane, i - whole)), ref *lane, i - whole);
            }
        }

        return Fold(lane);
    }

    /// <summary>The sum of the virtual lanes: down to one vector, then within it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Fold(T* lane)
    {
        for (nuint stride = Lanes / 2; stride >= (nuint)TVector.Count; stride /= 2)
        {
            for (nuint j = 0; j < stride; j += (nuint)TVector.Count)
                TVector.Store(TVector.Load(in *lane, j) + TVector.Load(in *lane, j + stride), ref *lane, j);
        }

        return TVector.SumOfLanes(TVector.Load(in *lane, 0));
    }
}
