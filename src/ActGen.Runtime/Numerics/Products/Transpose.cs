using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>A transposed copy, in 16 × 16 blocks that read and write whole cache lines: the input gradient reads Wᵀ with the forward kernel.</summary>
internal static unsafe partial class Transpose<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Side = 8;
    private const int Edge = 16;

    /// <summary>destination[n, k] = source[k, n] for the rows k from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <param name="source">rows × columns.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    /// <param name="start">First row to copy.</param>
    /// <param name="end">Row after the last one.</param>
    /// <param name="destination">columns × rows.</param>
    public static void Rows(ReadOnlySpan<T> source, int rows, int columns, int start, int end, Span<T> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(source.Length, rows * columns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Length, rows * columns);
        fixed (T* from = source, to = destination)
            Matrix(from + ((nint)start * columns), end - start, columns, to + start, rows);
    }

    /// <summary>target[n, k] = source[k, n].</summary>
    /// <param name="source">height × columns.</param>
    /// <param name="height">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    /// <param name="target">columns × height, rows <paramref name="rows"/> elements apart.</param>
    /// <param name="rows">From one row of the target to the next.</param>
    public static void Matrix(T* source, int height, int columns, T* target, int rows)
    {
        for (int k = 0; k < height; k += Edge)
        {
            for (int n = 0; n < columns; n += Edge)
                Block(source + ((nint)k * columns) + n, columns, Math.Min(Edge, height - k), Math.Min(Edge, columns - n), target + ((nint)n * rows) + k, rows);
        }
    }

    /// <summary>target[n, k] = block[k, n] for a block that fits into the first-level cache.</summary>
    /// <param name="block">height × width, rows <paramref name="columns"/> elements apart.</param>
    /// <param name="height">Rows of the block.</param>
    /// <param name="columns">From one row of the block to the next.</param>
    /// <param name="target">width × height, rows <paramref name="rows"/> elements apart.</param>
    /// <param name="width">Columns of the block.</param>
    /// <param name="rows">From one row of the target to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Block(T* block, nint columns, int height, int width, T* target, nint rows)
    {
        if (typeof(T) != typeof(float) || !Avx.IsSupported)
        {
            Any(block, height, columns, target, width, rows);
            return;
        }
        if (HasPermutations && width <= FewColumns && columns == width && height == Edge)
        {
            Split((float*)block, width, (float*)target, rows);
            return;
        }
        if (HasPermutations && height <= FewColumns && rows == height && width == Edge)
        {
            Join((float*)block, columns, height, (float*)target);
            return;
        }
        // The last squares overlap their neighbours where the sides are not multiples of eight; a side below eight is part of a square.
        for (int k = 0; k < height; k += Side)
        {
            int top = Math.Max(0, Math.Min(k, height - Side));
            for (int n = 0; n < width; n += Side)
            {
                int left = Math.Max(0, Math.Min(n, width - Side));
                float* from = (float*)(block + (top * columns) + left), to = (float*)(target + (left * rows) + top);
                if (height >= Side && width >= Side)
                    EightByEight(from, columns, to, rows);
                else
                    PartOfEightByEight(from, columns, to, rows, Math.Min(height, Side), Math.Min(width, Side));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Any(T* block, int height, nint columns, T* target, int width, nint rows)
    {
        for (int k = 0; k < height; k++)
        {
            for (int n = 0; n < width; n++)
                target[(n * rows) + k] = block[(k * columns) + n];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EightByEight(float* from, nint stride, float* to, nint targetStride)
    {
        Vector256<float> r0 = Avx.LoadVector256(from), r1 = Avx.LoadVector256(from + stride);
        Vector256<float> r2 = Avx.LoadVector256(from + (2 * stride)), r3 = Avx.LoadVector256(from + (3 * stride));
        Vector256<float> r4 = Avx.LoadVector256(from + (4 * stride)), r5 = Avx.LoadVector256(from + (5 * stride));
        Vector256<float> r6 = Avx.LoadVector256(from + (6 * stride)), r7 = Avx.LoadVector256(from + (7 * stride));
        Exchange(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
        Avx.Store(to, r0);
        Avx.Store(to + targetStride, r1);
        Avx.Store(to + (2 * targetStride), r2);
        Avx.Store(to + (3 * targetStride), r3);
        Avx.Store(to + (4 * targetStride), r4);
        Avx.Store(to + (5 * targetStride), r5);
        Avx.Store(to + (6 * targetStride), r6);
        Avx.Store(to + (7 * targetStride), r7);
    }

    /// <summary>A square of which only <paramref name="height"/> rows and <paramref name="width"/> columns are there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PartOfEightByEight(float* from, nint stride, float* to, nint targetStride, int height, int width)
    {
        Vector256<float> r0 = Row(from, width), r1 = height > 1 ? Row(from + stride, width) : default;
        Vector256<float> r2 = height > 2 ? Row(from + (2 * stride), width) : default, r3 = height > 3 ? Row(from + (3 * stride), width) : default;
        Vector256<float> r4 = height > 4 ? Row(from + (4 * stride), width) : default, r5 = height > 5 ? Row(from + (5 * stride), width) : default;
        Vector256<float> r6 = height > 6 ? Row(from + (6 * stride), width) : default, r7 = height > 7 ? Row(from + (7 * stride), width) : default;
        Exchange(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
        Simd256<float>.StorePart(new(r0), to, height);
        if (width > 1)
            Simd256<float>.StorePart(new(r1), to + targetStride, height);
        if (width > 2)
            Simd256<float>.StorePart(new(r2), to + (2 * targetStride), height);
        if (width > 3)
            Simd256<float>.StorePart(new(r3), to + (3 * targetStride), height);
        if (width > 4)
            Simd256<float>.StorePart(new(r4), to + (4 * targetStride), height);
        if (width > 5)
            Simd256<float>.StorePart(new(r5), to + (5 * targetStride), height);
        if (width > 6)
            Simd256<float>.StorePart(new(r6), to + (6 * targetStride), height);
        if (width > 7)
            Simd256<float>.StorePart(new(r7), to + (7 * targetStride), height);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Row(float* from, int width) => Simd256<float>.LoadPart(from, width, default).Value;

    /// <summary>Pairs, then quadruples, then halves change places: 24 shuffles for 64 elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Exchange(ref Vector256<float> r0, ref Vector256<float> r1, ref Vector256<float> r2, ref Vector256<float> r3, ref Vector256<float> r4, ref Vector256<float> r5, ref Vector256<float> r6, ref Vector256<float> r7)
    {
        Vector256<float> p0 = Avx.UnpackLow(r0, r1), p1 = Avx.UnpackHigh(r0, r1), p2 = Avx.UnpackLow(r2, r3), p3 = Avx.UnpackHigh(r2, r3);
        Vector256<float> p4 = Avx.UnpackLow(r4, r5), p5 = Avx.UnpackHigh(r4, r5), p6 = Avx.UnpackLow(r6, r7), p7 = Avx.UnpackHigh(r6, r7);

        Vector256<float> q0 = Avx.Shuffle(p0, p2, 0x44), q1 = Avx.Shuffle(p0, p2, 0xEE), q2 = Avx.Shuffle(p1, p3, 0x44), q3 = Avx.Shuffle(p1, p3, 0xEE);
        Vector256<float> q4 = Avx.Shuffle(p4, p6, 0x44), q5 = Avx.Shuffle(p4, p6, 0xEE), q6 = Avx.Shuffle(p5, p7, 0x44), q7 = Avx.Shuffle(p5, p7, 0xEE);

        r0 = Avx.Permute2x128(q0, q4, 0x20);
        r1 = Avx.Permute2x128(q1, q5, 0x20);
        r2 = Avx.Permute2x128(q2, q6, 0x20);
        r3 = Avx.Permute2x128(q3, q7, 0x20);
        r4 = Avx.Permute2x128(q0, q4, 0x31);
        r5 = Avx.Permute2x128(q1, q5, 0x31);
        r6 = Avx.Permute2x128(q2, q6, 0x31);
        r7 = Avx.Permute2x128(q3, q7, 0x31);
    }
}
