using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

internal static unsafe partial class Transpose<T>
{
    /// <summary>target[n, k] = strip[k, n] for a strip of at most sixteen rows.</summary>
    /// <param name="strip">height × width, rows <paramref name="columns"/> elements apart.</param>
    /// <param name="columns">From one row of the strip to the next.</param>
    /// <param name="height">Rows of the strip.</param>
    /// <param name="width">Columns of the strip.</param>
    /// <param name="target">width × height, rows <paramref name="rows"/> elements apart.</param>
    /// <param name="rows">From one row of the target to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Strip(T* strip, nint columns, int height, int width, T* target, nint rows)
    {
        if (rows == 1)
        {
            new Span<T>(strip, width).CopyTo(new Span<T>(target, width));
            return;
        }
        // The last block overlaps the one before it.
        bool isWide = typeof(T) == typeof(float) && Avx512F.IsSupported && height == Side && rows == Side && width >= Edge;
        for (int next = 0; next < width; next += Edge)
        {
            int first = Math.Max(0, Math.Min(next, width - Edge));
            if (isWide)
                EightBySixteen((float*)(strip + first), columns, (float*)(target + (first * rows)), Edge);
            else
                Block(strip + first, columns, height, Math.Min(Edge, width), target + (first * rows), rows);
        }
    }

    /// <summary>Sixteen cells of eight channels from eight planes, where there is AVX-512: single elements of pairs of rows, then pairs, then quadruples come side by side.</summary>
    /// <param name="from">The first plane.</param>
    /// <param name="stride">From a plane to the next one.</param>
    /// <param name="to">The first cell.</param>
    /// <param name="cells">How many of them are written.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EightBySixteen(float* from, nint stride, float* to, int cells)
    {
        Vector512<int> low = Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), high = low + Vector512.Create(8);
        Vector512<long> lowPairs = Vector512.Create(0L, 8, 1, 9, 2, 10, 3, 11), highPairs = lowPairs + Vector512.Create(4L);
        Vector512<long> lowQuadruples = Vector512.Create(0L, 1, 8, 9, 2, 3, 10, 11), highQuadruples = lowQuadruples + Vector512.Create(4L);
        Vector512<float> r0 = Vector512.Load(from), r1 = Vector512.Load(from + stride), r2 = Vector512.Load(from + (2 * stride)), r3 = Vector512.Load(from + (3 * stride));
        Vector512<float> r4 = Vector512.Load(from + (4 * stride)), r5 = Vector512.Load(from + (5 * stride)), r6 = Vector512.Load(from + (6 * stride)), r7 = Vector512.Load(from + (7 * stride));

        Vector512<double> p0 = Merge(r0, low, r1), p1 = Merge(r0, high, r1), p2 = Merge(r2, low, r3), p3 = Merge(r2, high, r3);
        Vector512<double> p4 = Merge(r4, low, r5), p5 = Merge(r4, high, r5), p6 = Merge(r6, low, r7), p7 = Merge(r6, high, r7);

        Vector512<double> q0 = Avx512F.PermuteVar8x64x2(p0, lowPairs, p2), q1 = Avx512F.PermuteVar8x64x2(p0, highPairs, p2), q2 = Avx512F.PermuteVar8x64x2(p1, lowPairs, p3), q3 = Avx512F.PermuteVar8x64x2(p1, highPairs, p3);
        Vector512<double> q4 = Avx512F.PermuteVar8x64x2(p4, lowPairs, p6), q5 = Avx512F.PermuteVar8x64x2(p4, highPairs, p6), q6 = Avx512F.PermuteVar8x64x2(p5, lowPairs, p7), q7 = Avx512F.PermuteVar8x64x2(p5, highPairs, p7);

        TwoCells(Avx512F.PermuteVar8x64x2(q0, lowQuadruples, q4), to, 0, cells);
        TwoCells(Avx512F.PermuteVar8x64x2(q0, highQuadruples, q4), to, 2, cells);
        TwoCells(Avx512F.PermuteVar8x64x2(q1, lowQuadruples, q5), to, 4, cells);
        TwoCells(Avx512F.PermuteVar8x64x2(q1, highQuadruples, q5), to, 6, cells);
        TwoCells(Avx512F.PermuteVar8x64x2(q2, lowQuadruples, q6), to, 8, cells);
        TwoCells(Avx512F.PermuteVar8x64x2(q2, highQuadruples, q6), to, 10, cells);
        TwoCells(Avx512F.PermuteVar8x64x2(q3, lowQuadruples, q7), to, 12, cells);
        TwoCells(Avx512F.PermuteVar8x64x2(q3, highQuadruples, q7), to, 14, cells);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoCells(Vector512<double> values, float* to, int cell, int cells)
    {
        if (cells >= cell + 2)
            values.AsSingle().Store(to + (cell * Side));
        else if (cells > cell)
            values.GetLower().AsSingle().Store(to + (cell * Side));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Merge(Vector512<float> first, Vector512<int> lanes, Vector512<float> second) => Avx512F.PermuteVar16x32x2(first, lanes, second).AsDouble();
}
