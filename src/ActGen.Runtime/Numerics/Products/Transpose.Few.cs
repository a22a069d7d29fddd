using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <content>Sixteen rows of at most four columns, or the reverse, one after the other in memory: as many vectors as columns, in which each element finds its place by two permutations.</content>
internal static unsafe partial class Transpose<T>
{
    private const int FewColumns = 4;

    /// <summary>Whether this machine permutes two vectors at once.</summary>
    private static bool HasPermutations => typeof(T) == typeof(float) && Avx512F.IsSupported;

    /// <summary>target[n, k] = block[k, n] for rows without gaps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Split(float* block, int columns, float* target, nint rows)
    {
        Vectors(block, Edge, columns, out Vector512<float> v0, out Vector512<float> v1, out Vector512<float> v2, out Vector512<float> v3);
        Vector512<int> index = Vector512<int>.Indices * columns;
        for (int n = 0; n < columns; n++, target += rows, index += Vector512<int>.One)
            Pick(index, v0, v1, v2, v3).Store(target);
    }

    /// <summary>target[k, n] = block[n, k], the rows of the target without gaps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Join(float* block, nint stride, int columns, float* target)
    {
        Vectors(block, stride, columns, out Vector512<float> v0, out Vector512<float> v1, out Vector512<float> v2, out Vector512<float> v3);
        // Element i of the target is that of row i / columns and column i mod columns; the quotient by a multiplication, exact for i below 64.
        Vector512<int> element = Vector512<int>.Indices, reciprocal = Vector512.Create((65536 / columns) + 1);
        for (int n = 0; n < columns; n++, target += Edge, element += Vector512.Create(Edge))
        {
            Vector512<int> row = (element * reciprocal) >>> 16;
            Pick(((element - (row * columns)) << 4) + row, v0, v1, v2, v3).Store(target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Vectors(float* source, nint stride, int count, out Vector512<float> v0, out Vector512<float> v1, out Vector512<float> v2, out Vector512<float> v3)
    {
        v0 = Vector512.Load(source);
        v1 = count > 1 ? Vector512.Load(source + stride) : v0;
        v2 = count > 2 ? Vector512.Load(source + (2 * stride)) : v0;
        v3 = count > 3 ? Vector512.Load(source + (3 * stride)) : v0;
    }

    /// <summary>Elements of the four vectors by their numbers, 0 to 63.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Pick(Vector512<int> index, Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3) =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThan(index, Vector512.Create((2 * Edge) - 1)).AsSingle(),
            Avx512F.PermuteVar16x32x2(v2, index, v3),
            Avx512F.PermuteVar16x32x2(v0, index, v1));
}
