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
    public static T Sum(ReadOnlySpan<T> x)
    {
        T sum = SumBlock(x[..Math.Min(Block, x.Length)]);
        for (int start = Block; start < x.Length; start += Block)
            sum += SumBlock(x.Slice(start, Math.Min(Block, x.Length - start)));
        return sum;
    }

    /// <summary>Σ xᵢ·yᵢ.</summary>
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
        T max = x[0];
        if (count > 1 && count <= length)
        {
            // A maximum does not depend on the order; the last vector may overlap.
            TVector vector = TVector.Load(in source, 0);
            for (i = count; i + count <= length; i += count)
                vector = TVector.Max(vector, TVector.Load(in source, i));
            vector = TVector.Max(vector, TVector.Load(in source, length - count));
            Span<T> lanes = MemoryMarshal.CreateSpan(ref Unsafe.As<TVector, T>(ref vector), TVector.Count);
            max = lanes[0];
            foreach (T lane in lanes[1..])
                max = T.Max(max, lane);
            return max;
        }

        foreach (T element in x[1..])
            max = T.Max(max, element);
        return max;
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

        for (int i = (int)full; i < x.Length; i++)
            lanes[i % Lanes] += x[i];
        return Fold(lanes);
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

        for (int i = (int)full; i < x.Length; i++)
            lanes[i % Lanes] = SimdScalar<T>.MultiplyAdd(new(x[i]), new(y[i]), new(lanes[i % Lanes])).Value;
        return Fold(lanes);
    }

    private static T Fold(Span<T> lanes)
    {
        for (int stride = Lanes / 2; stride > 0; stride /= 2)
        {
            for (int j = 0; j < stride; j++)
                lanes[j] += lanes[j + stride];
        }

        return lanes[0];
    }
}
