using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>Windows of 2 × 2 over eight planes of results, whose values come to channels-last sixteen at a time: a quarter of what the planes hold.</summary>
/// <param name="output">The pooled image, channels last.</param>
/// <param name="places">Where <see cref="PooledCells{T, TVector, TPool}"/> puts its places, or null.</param>
/// <param name="columns">Pooled positions of a line.</param>
/// <param name="height">Pooled lines.</param>
internal readonly unsafe struct PooledPlanes<T, TPool>(T* output, T* places, int columns, int height) : IPlanarResults<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TPool : IPoolFunction
{
    private const int Side = 2, Outputs = 8, Edge = 16;

    public static int LinesTogether => Side;

    /// <summary>Whether this is such a pool, and the machine has the permutations.</summary>
    /// <param name="shape">The convolution, with positions as lanes.</param>
    /// <param name="window">The pool.</param>
    /// <param name="lanes">Lanes of the vectors of the product.</param>
    public static bool Takes(in PlanarShape shape, in PoolWindow window, int lanes) =>
        typeof(T) == typeof(float) && Avx512F.IsSupported && lanes == Edge && shape.Outputs == Outputs && shape.ResultCell == Outputs
        && window.Vertical is { Size: Side, Stride: Side } && window.Horizontal is { Size: Side, Stride: Side } && shape.BlockLines >= Side;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(T* planes, nint pitch, nint width, int start, int lines)
    {
        float* pooled = stackalloc float[Outputs * Edge], placed = stackalloc float[Outputs * Edge];
        for (int line = start / Side, end = (start + lines) / Side; line < end; line++, planes += Side * width)
        {
            for (int next = 0; next < columns; next += Edge)
            {
                // The last columns overlap those before them. What is written behind a line of less than sixteen is overwritten with the next one; nothing is written behind the image.
                int first = Math.Max(0, Math.Min(next, columns - Edge));
                nint at = (((nint)line * columns) + first) * Outputs;
                int cells = Math.Min(Edge, ((height - line) * columns) - first);
                Windows((float*)(planes + (Side * first)), width, pitch, pooled, places == null ? null : placed);
                Transpose<T>.EightBySixteen(pooled, Edge, (float*)(output + at), cells);
                if (places != null)
                    Transpose<T>.EightBySixteen(placed, Edge, (float*)(places + at), cells);
            }
        }
    }

    /// <summary>Sixteen windows of each plane: their cells in the order of rows and columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Windows(float* planes, nint width, nint pitch, float* pooled, float* placed)
    {
        Vector512<int> even = Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), odd = even + Vector512<int>.One;
        Simd512<float> size = Simd512<float>.Constant(Side * Side);
        for (int output = 0; output < Outputs; output++, planes += pitch, pooled += Edge)
        {
            Vector512<float> top = Vector512.Load(planes), topRight = Vector512.Load(planes + Edge), bottom = Vector512.Load(planes + width), bottomRight = Vector512.Load(planes + width + Edge);
            Simd512<float> first = new(Avx512F.PermuteVar16x32x2(top, even, topRight)), second = new(Avx512F.PermuteVar16x32x2(top, odd, topRight));
            Simd512<float> third = new(Avx512F.PermuteVar16x32x2(bottom, even, bottomRight)), fourth = new(Avx512F.PermuteVar16x32x2(bottom, odd, bottomRight));
            Simd512<float> value = PoolOfFour<TPool>.Value(first, second, third, fourth, size);
            value.Value.Store(pooled);
            if (placed == null)
                continue;
            PoolOfFour<TPool>.Place(first, second, third, fourth, value).Value.Store(placed);
            placed += Edge;
        }
    }
}
