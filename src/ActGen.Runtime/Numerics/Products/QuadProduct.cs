using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>A narrow product of at most four columns, four rows to a vector: each row has 128 bits of it, which alone would be a quarter of the machine. The chains are those of
/// <see cref="NarrowTile{T, TVector}"/>, so the bits are the same.</summary>
internal static unsafe class QuadProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    private const int Rows = 4, Lanes = 4, MostSteps = 256;

    /// <summary>Whether a product is done in this way: float, on vectors that are a row, of segments that are whole blocks of four steps.</summary>
    public static bool Takes(nint rows, nint steps, nint columns) =>
        typeof(TVector) == typeof(Simd128<float>) && Avx512F.IsSupported && columns <= Lanes && rows >= Rows && steps <= MostSteps && steps % (Narrow.Segments * Lanes) == 0;

    /// <summary>All rows.</summary>
    /// <param name="a">A: rows × steps.</param>
    /// <param name="b">B: steps × columns.</param>
    /// <param name="c">C: rows × columns; may not overlap A or B.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="epilogue">What is stored. It may read a whole vector.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TEpilogue>(T* a, T* b, T* c, nint rows, nint steps, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct
    {
        float* wide = stackalloc float[Lanes * MostSteps];
        for (nint step = 0; step < steps; step++)
            TVector.Store(RowVector<T, TVector>.Load(b + (step * columns), (int)columns), ref *((T*)wide + (step * Lanes)), 0);
        nint segment = steps / Narrow.Segments;
        for (nint next = 0; next < rows; next += Rows)
        {
            // The last four rows overlap the ones before where the rows are no multiple of four.
            nint row = nint.Min(next, rows - Rows);
            float* x = (float*)a + (row * steps), w = wide;
            Vector512<float> sum = Vector512<float>.Zero;
            for (int chains = Narrow.Segments; chains > 0; chains--)
            {
                Vector512<float> chain = Vector512<float>.Zero;
                for (nint block = segment; block > 0; block -= Lanes, x += Lanes, w += Lanes * Lanes)
                {
                    Vector256<float> upper = Vector256.Create(Vector128.Load(x + (2 * steps)), Vector128.Load(x + (3 * steps)));
                    Vector512<float> four = Vector512.Create(Vector256.Create(Vector128.Load(x), Vector128.Load(x + steps)), upper);
                    chain = Vector512.FusedMultiplyAdd(Avx512F.Permute4x32(four, 0x00), Avx512F.BroadcastVector128ToVector512(w), chain);
                    chain = Vector512.FusedMultiplyAdd(Avx512F.Permute4x32(four, 0x55), Avx512F.BroadcastVector128ToVector512(w + Lanes), chain);
                    chain = Vector512.FusedMultiplyAdd(Avx512F.Permute4x32(four, 0xAA), Avx512F.BroadcastVector128ToVector512(w + (2 * Lanes)), chain);
                    chain = Vector512.FusedMultiplyAdd(Avx512F.Permute4x32(four, 0xFF), Avx512F.BroadcastVector128ToVector512(w + (3 * Lanes)), chain);
                }
                sum += chain;
            }
            T* y = c + (row * columns);
            Store(sum.GetLower().GetLower(), y, (int)columns, in epilogue);
            Store(sum.GetLower().GetUpper(), y + columns, (int)columns, in epilogue);
            Store(sum.GetUpper().GetLower(), y + (2 * columns), (int)columns, in epilogue);
            Store(sum.GetUpper().GetUpper(), y + (3 * columns), (int)columns, in epilogue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TEpilogue>(Vector128<float> sum, T* c, int columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IProductEpilogue<T, TVector>, allows ref struct =>
        RowVector<T, TVector>.Store(epilogue.Finish(Unsafe.BitCast<Vector128<float>, TVector>(sum), 0, in *c), c, columns);
}
