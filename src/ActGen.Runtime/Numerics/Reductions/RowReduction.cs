using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>Sums and maxima along a row in the library's fixed order, which has the same bits at every vector width.</summary>
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

    /// <summary>The largest element; NaN if any is; +0 is above −0. At least one element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Max(ReadOnlySpan<T> x)
    {
        ref T source = ref MemoryMarshal.GetReference(x);
        nuint length = (nuint)x.Length, count = (nuint)TVector.Count, i = 0;
        TVector max = TVector.Broadcast(x[0]);
        if (count > length)
        {
            x.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<TVector, T>(ref max), TVector.Count));
        }
        else
        {
            // A maximum does not depend on the order; the last vector may overlap.
            for (; i + count <= length; i += count)
                max = TVector.Max(max, TVector.Load(in source, i));
            max = TVector.Max(max, TVector.Load(in source, length - count));
        }

        return MaxOfLanes(ref Unsafe.As<TVector, T>(ref max));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T SumBlock(ReadOnlySpan<T> x)
    {
        Span<T> lanes = stackalloc T[Lanes];
        ref T source = ref MemoryMarshal.GetReference(x), lane = ref MemoryMarshal.GetReference(lanes);
        nuint full = (nuint)(x.Length / TVector.Count * TVector.Count);
        for (nuint j = 0; j < Lanes; j += (nuint)TVector.Count)
        {
            TVector sum = TVector.Zero;
            for (nuint i = j; i < full; i += Lanes)
                sum += TVector.Load(in source, i);
            TVector.Store(sum, ref lane, j);
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
    private static T DotBlock(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
    {
        Span<T> lanes = stackalloc T[Lanes];
        ref T left = ref MemoryMarshal.GetReference(x), right = ref MemoryMarshal.GetReference(y), lane = ref MemoryMarshal.GetReference(lanes);
        nuint full = (nuint)(x.Length / TVector.Count * TVector.Count);
        for (nuint j = 0; j < Lanes; j += (nuint)TVector.Count)
        {
            TVector sum = TVector.Zero;
            for (nuint i = j; i < full; i += Lanes)
                sum = TVector.MultiplyAdd(TVector.Load(in left, i), TVector.Load(in right, i), sum);
            TVector.Store(sum, ref lane, j);
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

    private static T MaxOfLanes(ref T lane)
    {
        if (TVector.Count > Simd256<T>.Count)
            Simd256<T>.Store(Simd256<T>.Max(Simd256<T>.Load(in lane, 0), Simd256<T>.Load(in lane, (nuint)Simd256<T>.Count)), ref lane, 0);
        if (TVector.Count > Simd128<T>.Count)
            Simd128<T>.Store(Simd128<T>.Max(Simd128<T>.Load(in lane, 0), Simd128<T>.Load(in lane, (nuint)Simd128<T>.Count)), ref lane, 0);
        T max = lane;
        for (int i = 1; i < Math.Min(TVector.Count, Simd128<T>.Count); i++)
            max = T.Max(max, Unsafe.Add(ref lane, i));
        return max;
    }
}
