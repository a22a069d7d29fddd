using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>A transposed copy, in 16 × 16 blocks that read and write whole cache lines: the input gradient reads Wᵀ with the forward kernel.</summary>
internal static unsafe class Transpose<T>
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
        {
            for (int k = start; k < end; k += Edge)
            {
                for (int n = 0; n < columns; n += Edge)
                    Block(from + ((nint)k * columns) + n, columns, Math.Min(Edge, end - k), Math.Min(Edge, columns - n), to + ((nint)n * rows) + k, rows);
            }
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
        if (typeof(T) != typeof(float) || !Avx.IsSupported || height < Side || width < Side)
        {
            Any(block, height, columns, target, width, rows);
            return;
        }
        // The last squares overlap their neighbours where the sides are not multiples of eight.
        for (int k = 0; k < height; k += Side)
        {
            int top = Math.Min(k, height - Side);
            for (int n = 0; n < width; n += Side)
            {
                int left = Math.Min(n, width - Side);
                EightByEight((float*)(block + (top * columns) + left), columns, (float*)(target + (left * rows) + top), rows);
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

    /// <summary>Pairs, then quadruples, then halves change places: 24 shuffles for 64 elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EightByEight(float* from, nint stride, float* to, nint targetStride)
    {
        Vector256<float> r0 = Avx.LoadVector256(from), r1 = Avx.LoadVector256(from + stride);
        Vector256<float> r2 = Avx.LoadVector256(from + (2 * stride)), r3 = Avx.LoadVector256(from + (3 * stride));
        Vector256<float> r4 = Avx.LoadVector256(from + (4 * stride)), r5 = Avx.LoadVector256(from + (5 * stride));
        Vector256<float> r6 = Avx.LoadVector256(from + (6 * stride)), r7 = Avx.LoadVector256(from + (7 * stride));

        Vector256<float> p0 = Avx.UnpackLow(r0, r1), p1 = Avx.UnpackHigh(r0, r1), p2 = Avx.UnpackLow(r2, r3), p3 = Avx.UnpackHigh(r2, r3);
        Vector256<float> p4 = Avx.UnpackLow(r4, r5), p5 = Avx.UnpackHigh(r4, r5), p6 = Avx.UnpackLow(r6, r7), p7 = Avx.UnpackHigh(r6, r7);

        Vector256<float> q0 = Avx.Shuffle(p0, p2, 0x44), q1 = Avx.Shuffle(p0, p2, 0xEE), q2 = Avx.Shuffle(p1, p3, 0x44), q3 = Avx.Shuffle(p1, p3, 0xEE);
        Vector256<float> q4 = Avx.Shuffle(p4, p6, 0x44), q5 = Avx.Shuffle(p4, p6, 0xEE), q6 = Avx.Shuffle(p5, p7, 0x44), q7 = Avx.Shuffle(p5, p7, 0xEE);

        Avx.Store(to, Avx.Permute2x128(q0, q4, 0x20));
        Avx.Store(to + targetStride, Avx.Permute2x128(q1, q5, 0x20));
        Avx.Store(to + (2 * targetStride), Avx.Permute2x128(q2, q6, 0x20));
        Avx.Store(to + (3 * targetStride), Avx.Permute2x128(q3, q7, 0x20));
        Avx.Store(to + (4 * targetStride), Avx.Permute2x128(q0, q4, 0x31));
        Avx.Store(to + (5 * targetStride), Avx.Permute2x128(q1, q5, 0x31));
        Avx.Store(to + (6 * targetStride), Avx.Permute2x128(q2, q6, 0x31));
        Avx.Store(to + (7 * targetStride), Avx.Permute2x128(q3, q7, 0x31));
    }
}
