using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>A narrow product of at most four columns with rows as lanes, sixteen of them in one vector: lanes of columns would leave three quarters of the machine or more idle. The chains are those of
/// <see cref="NarrowTile{T, TVector}"/>, so the bits are the same. Eight rows and more are enough: what overlaps is computed twice.</summary>
internal static unsafe class FewColumnsProduct<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    // Steps of rows that lie farther apart would share few sets of the first-level cache.
    private const int Rows = 16, Half = 8, Block = 4, MostSteps = 256;

    /// <summary>Whether a product is done in this way: float, on vectors that cover the columns, of segments that are whole blocks of four steps.</summary>
    public static bool Takes(nint rows, nint steps, nint columns) =>
        typeof(TVector) == typeof(Simd128<float>) && Avx512F.IsSupported && columns is > 1 and <= Block && rows >= Half && steps <= MostSteps && steps % (Narrow.Segments * Block) == 0;

    /// <summary>All rows.</summary>
    /// <param name="a">A: rows × steps.</param>
    /// <param name="b">B: steps × columns.</param>
    /// <param name="c">C: rows × columns; may not overlap A or B.</param>
    /// <param name="rows">Rows of A and C.</param>
    /// <param name="steps">Steps.</param>
    /// <param name="columns">Columns, 2 to 4.</param>
    /// <param name="epilogue">What is stored. It may read a whole vector.</param>
    public static void Run<TEpilogue>(T* a, T* b, T* c, nint rows, nint steps, nint columns, scoped ref readonly TEpilogue epilogue)
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        switch (columns)
        {
            case 2:
                Columns<TileExtent.Two, TEpilogue>((float*)a, (float*)b, c, rows, steps, in epilogue);
                break;
            case 3:
                Columns<TileExtent.Three, TEpilogue>((float*)a, (float*)b, c, rows, steps, in epilogue);
                break;
            default:
                Columns<TileExtent.Four, TEpilogue>((float*)a, (float*)b, c, rows, steps, in epilogue);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns<TColumns, TEpilogue>(float* a, float* b, T* c, nint rows, nint steps, scoped ref readonly TEpilogue epilogue)
        where TColumns : unmanaged, ITileExtent
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        // The last rows overlap the ones before where they are no multiple of sixteen, and of fewer than sixteen the last eight do the first.
        nint segment = steps / Narrow.Segments, half = nint.Min(Half, rows - Half);
        for (nint next = 0; next < rows; next += Rows)
        {
            nint row = nint.Min(next, nint.Max(rows - Rows, 0));
            float* x = a + (row * steps), w = b;
            Vector512<float> sum0 = Vector512<float>.Zero, sum1 = Vector512<float>.Zero, sum2 = Vector512<float>.Zero, sum3 = Vector512<float>.Zero;
            for (int chains = Narrow.Segments; chains > 0; chains--)
            {
                Vector512<float> chain0 = Vector512<float>.Zero, chain1 = Vector512<float>.Zero, chain2 = Vector512<float>.Zero, chain3 = Vector512<float>.Zero;
                for (nint left = segment; left > 0; left -= Block, x += Block)
                {
                    Vector512<float> x0 = FourRows(x, steps, half), x1 = FourRows(x + steps, steps, half), x2 = FourRows(x + (2 * steps), steps, half), x3 = FourRows(x + (3 * steps), steps, half);
                    Turn(ref x0, ref x1, ref x2, ref x3);
                    Step<TColumns>(x0, ref w, ref chain0, ref chain1, ref chain2, ref chain3);
                    Step<TColumns>(x1, ref w, ref chain0, ref chain1, ref chain2, ref chain3);
                    Step<TColumns>(x2, ref w, ref chain0, ref chain1, ref chain2, ref chain3);
                    Step<TColumns>(x3, ref w, ref chain0, ref chain1, ref chain2, ref chain3);
                }
                sum0 += chain0;
                sum1 += chain1;
                sum2 += chain2;
                sum3 += chain3;
            }
            Turn(ref sum0, ref sum1, ref sum2, ref sum3);
            T* y = c + (row * sizeof(TColumns));
            Store<TColumns, TEpilogue>(sum0, y, half, in epilogue);
            Store<TColumns, TEpilogue>(sum1, y + sizeof(TColumns), half, in epilogue);
            Store<TColumns, TEpilogue>(sum2, y + (2 * sizeof(TColumns)), half, in epilogue);
            Store<TColumns, TEpilogue>(sum3, y + (3 * sizeof(TColumns)), half, in epilogue);
        }
    }

    /// <summary>Four steps of every fourth row, of the second half from row <paramref name="half"/> on. Not by <see cref="Vector512.Create(Vector256{float}, Vector256{float})"/>: that inserts both halves into a register that was never written, which the JIT kept on the stack,
    /// so that each vector waited for the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FourRows(float* x, nint stride, nint half)
    {
        Vector256<float> lower = Vector128.Load(x).ToVector256Unsafe().WithUpper(Vector128.Load(x + (4 * stride)));
        Vector256<float> upper = Vector128.Load(x + (half * stride)).ToVector256Unsafe().WithUpper(Vector128.Load(x + ((half + 4) * stride)));
        return lower.ToVector512Unsafe().WithUpper(upper);
    }

    /// <summary>The transpose of four by four elements in each quarter of the vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(ref Vector512<float> v0, ref Vector512<float> v1, ref Vector512<float> v2, ref Vector512<float> v3)
    {
        Vector512<double> low01 = Avx512F.UnpackLow(v0, v1).AsDouble(), high01 = Avx512F.UnpackHigh(v0, v1).AsDouble();
        Vector512<double> low23 = Avx512F.UnpackLow(v2, v3).AsDouble(), high23 = Avx512F.UnpackHigh(v2, v3).AsDouble();
        v0 = Avx512F.UnpackLow(low01, low23).AsSingle();
        v1 = Avx512F.UnpackHigh(low01, low23).AsSingle();
        v2 = Avx512F.UnpackLow(high01, high23).AsSingle();
        v3 = Avx512F.UnpackHigh(high01, high23).AsSingle();
    }

    /// <summary>One step of all chains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TColumns>(Vector512<float> x, ref float* w, ref Vector512<float> chain0, ref Vector512<float> chain1, ref Vector512<float> chain2, ref Vector512<float> chain3)
        where TColumns : unmanaged, ITileExtent
    {
        chain0 = Vector512.FusedMultiplyAdd(x, Vector512.Create(w[0]), chain0);
        chain1 = Vector512.FusedMultiplyAdd(x, Vector512.Create(w[1]), chain1);
        if (sizeof(TColumns) > 2)
            chain2 = Vector512.FusedMultiplyAdd(x, Vector512.Create(w[2]), chain2);
        if (sizeof(TColumns) > 3)
            chain3 = Vector512.FusedMultiplyAdd(x, Vector512.Create(w[3]), chain3);
        w += sizeof(TColumns);
    }

    /// <summary>Every fourth row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TColumns, TEpilogue>(Vector512<float> rows, T* c, nint half, scoped ref readonly TEpilogue epilogue)
        where TColumns : unmanaged, ITileExtent
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct
    {
        Store<TColumns, TEpilogue>(rows.GetLower().GetLower(), c, in epilogue);
        Store<TColumns, TEpilogue>(Avx512F.ExtractVector128(rows, 1), c + (4 * sizeof(TColumns)), in epilogue);
        Store<TColumns, TEpilogue>(Avx512F.ExtractVector128(rows, 2), c + (half * sizeof(TColumns)), in epilogue);
        Store<TColumns, TEpilogue>(Avx512F.ExtractVector128(rows, 3), c + ((half + 4) * sizeof(TColumns)), in epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TColumns, TEpilogue>(Vector128<float> row, T* c, scoped ref readonly TEpilogue epilogue)
        where TColumns : unmanaged, ITileExtent
        where TEpilogue : struct, IOverwritingEpilogue<T, TVector>, allows ref struct =>
        RowVector<T, TVector>.Store(epilogue.Finish(Unsafe.BitCast<Vector128<float>, TVector>(row), 0, in *c), c, sizeof(TColumns));
}
