using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Sums along a row in the library's fixed order, which has the same bits at every vector width.</summary>
/// <remarks>The order (rule 4 of the canonical orders): 32 virtual lanes start at +0; element i is added to lane
/// i mod 32, ascending; then lane[j] += lane[j + s] for s = 16, 8, 4, 2, 1. Rows over 4,096 elements are cut into blocks
/// of 4,096 whose sums are added in ascending order. A product enters its lane by a fused multiply-add.</remarks>
internal static class RowReduction<T, TVector>
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T SumBlock(ReadOnlySpan<T> x)
    {
        Span<T> lanes = stackalloc T[Lanes];
        ref T source = ref MemoryMarshal.GetReference(x), lane = ref MemoryMarshal.GetReference(lanes);
        nuint full = (nuint)(x.Length / TVector.Count * TVector.Count), count = (nuint)TVector.Count;
        for (nuint j = 0; j < Lanes; j += 2 * count)
        {
            // Two chains side by side: one alone would wait for each of its additions.
            TVector sum = TVector.Zero, next = TVector.Zero;
            nuint i = j;
            for (; i + count < full; i += Lanes)
            {
                sum += TVector.Load(in source, i);
                next += TVector.Load(in source, i + count);
            }
            if (i < full)
                sum += TVector.Load(in source, i);
            TVector.Store(sum, ref lane, j);
            TVector.Store(next, ref lane, j + count);
        }

        if (full < (nuint)x.Length)
        {
            // The lanes beyond the end get +0, which changes no sum that started at +0.
            TVector end = PartialVector.Load<T, TVector>(x[(int)full..]);
            TVector.Store(TVector.Load(in lane, full % Lanes) + end, ref lane, full % Lanes);
        }

        return Fold(ref lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T MapAndSumBlock<TMap>(ReadOnlySpan<T> x, Span<T> y, scoped in TMap map)
        where TMap : struct, IVectorMap<TVector>, allows ref struct
    {
        Span<T> lanes = stackalloc T[Lanes];
        ref T source = ref MemoryMarshal.GetReference(x), destination = ref MemoryMarshal.GetReference(y), lane = ref MemoryMarshal.GetReference(lanes);
        int full = x.Length / TVector.Count * TVector.Count;
        for (nuint j = 0; j < Lanes; j += (nuint)TVector.Count)
        {
            TVector sum = TVector.Zero;
            for (nuint i = j; i < (nuint)full; i += Lanes)
            {
                TVector value = map.Apply(TVector.Load(in source, i));
                TVector.Store(value, ref destination, i);
                sum += value;
            }
            TVector.Store(sum, ref lane, j);
        }

        if (full < x.Length)
        {
            VectorLoop.Map<T, TVector, TMap>(x[full..], y[full..], in map);
            TVector rest = PartialVector.Load<T, TVector>(y[full..]);
            TVector.Store(TVector.Load(in lane, (nuint)full % Lanes) + rest, ref lane, (nuint)full % Lanes);
        }

        return Fold(ref lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T DotBlock(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
    {
        Span<T> lanes = stackalloc T[Lanes];
        ref T left = ref MemoryMarshal.GetReference(x), right = ref MemoryMarshal.GetReference(y), lane = ref MemoryMarshal.GetReference(lanes);
        nuint full = (nuint)(x.Length / TVector.Count * TVector.Count), count = (nuint)TVector.Count;
        for (nuint j = 0; j < Lanes; j += 2 * count)
        {
            TVector sum = TVector.Zero, next = TVector.Zero;
            nuint i = j;
            for (; i + count < full; i += Lanes)
            {
                sum = TVector.MultiplyAdd(TVector.Load(in left, i), TVector.Load(in right, i), sum);
                next = TVector.MultiplyAdd(TVector.Load(in left, i + count), TVector.Load(in right, i + count), next);
            }
            if (i < full)
                sum = TVector.MultiplyAdd(TVector.Load(in left, i), TVector.Load(in right, i), sum);
            TVector.Store(sum, ref lane, j);
            TVector.Store(next, ref lane, j + count);
        }

        if (full < (nuint)x.Length)
        {
            // The lanes beyond the end get (−0)·(+0) = −0, which changes no sum: a lane may hold −0, from a product that
            // underflowed, and (+0)·(+0) would make it +0.
            TVector endX = PartialVector.Load(x[(int)full..], TVector.Broadcast(T.NegativeZero)), endY = PartialVector.Load<T, TVector>(y[(int)full..]);
            TVector.Store(TVector.MultiplyAdd(endX, endY, TVector.Load(in lane, full % Lanes)), ref lane, full % Lanes);
        }

        return Fold(ref lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Fold(ref T lane)
    {
        Fold<TVector>(ref lane, 16);
        Fold<Simd256<T>>(ref lane, 8);
        Fold<Simd128<T>>(ref lane, 4);
        Fold<SimdScalar<T>>(ref lane, 2);
        Fold<SimdScalar<T>>(ref lane, 1);
        return lane;
    }

    /// <summary>lane[j] += lane[j + stride]; the vector has at most <paramref name="stride"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fold<TAny>(ref T lane, nuint stride)
        where TAny : unmanaged, ISimd<TAny, T>
    {
        for (nuint j = 0; j < stride; j += (nuint)TAny.Count)
            TAny.Store(TAny.Load(in lane, j) + TAny.Load(in lane, j + stride), ref lane, j);
    }
}
