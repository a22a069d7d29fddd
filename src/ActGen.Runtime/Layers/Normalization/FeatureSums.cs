namespace ActGen.CompilerServices;

/// <summary>Two sums over rows for each feature, by rule 3 of the canonical orders: rows in chunks of <see cref="RowChunk.Rows"/>, each from +0 on, chunk results added in ascending order.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal static unsafe class FeatureSums<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Shares are cut at cache lines of float.
    private const int Granularity = 16;

    /// <summary>The features that a worker owns.</summary>
    public static (int Start, int End) Own(Work work, int width) => work.Share(width, Granularity);

    /// <summary>The sums of the worker's own features over all rows.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="width">Features.</param>
    /// <param name="first">The first sum of each feature.</param>
    /// <param name="second">The second one, or empty where nobody wants it.</param>
    /// <param name="term">What a row adds.</param>
    public static void Run<TTerm>(Work work, int width, Span<T> first, Span<T> second, TTerm term)
        where TTerm : struct, IFeatureTerm<T>
    {
        fixed (T* one = first, other = second)
        {
            Kernel<TTerm> kernel = new()
            {
                Rows = work.Rows,
                Own = FeatureSums<T>.Own(work, width),
                First = one,
                Second = other,
                Term = term,
            };
            VectorWidth.Run<Kernel<TTerm>, T>(ref kernel);
        }
    }

    private struct Kernel<TTerm> : IVectorKernel<T>
        where TTerm : struct, IFeatureTerm<T>
    {
        public int Rows;
        public (int Start, int End) Own;
        public T* First;
        public T* Second;
        public TTerm Term;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, T>
        {
            int feature = Own.Start;
            for (; feature + (4 * TVector.Count) <= Own.End; feature += 4 * TVector.Count)
                FourVectors<TVector>(feature);
            for (; feature < Own.End; feature += TVector.Count)
                OneVector<TVector>(feature, Math.Min(TVector.Count, Own.End - feature));
        }

        // Four vectors of features side by side: the two chains of one alone would wait for each row.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void FourVectors<TVector>(int feature)
            where TVector : unmanaged, ISimd<TVector, T>
        {
            TTerm term = Term;
            int count = TVector.Count, f1 = feature + count, f2 = f1 + count, f3 = f2 + count;
            TVector a0 = TVector.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
            for (int start = 0; start < Rows; start += RowChunk.Rows)
            {
                TVector p0 = TVector.Zero, p1 = p0, p2 = p0, p3 = p0, q0 = p0, q1 = p0, q2 = p0, q3 = p0;
                int end = Math.Min(start + RowChunk.Rows, Rows);
                for (int row = start; row < end; row++)
                {
                    term.Add(row, feature, count, ref p0, ref q0);
                    term.Add(row, f1, count, ref p1, ref q1);
                    term.Add(row, f2, count, ref p2, ref q2);
                    term.Add(row, f3, count, ref p3, ref q3);
                }
                if (start == 0)
                {
                    (a0, a1, a2, a3) = (p0, p1, p2, p3);
                    (b0, b1, b2, b3) = (q0, q1, q2, q3);
                }
                else
                {
                    (a0, a1, a2, a3) = (a0 + p0, a1 + p1, a2 + p2, a3 + p3);
                    (b0, b1, b2, b3) = (b0 + q0, b1 + q1, b2 + q2, b3 + q3);
                }
            }
            Write(feature, count, a0, b0);
            Write(f1, count, a1, b1);
            Write(f2, count, a2, b2);
            Write(f3, count, a3, b3);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void OneVector<TVector>(int feature, int lanes)
            where TVector : unmanaged, ISimd<TVector, T>
        {
            TTerm term = Term;
            TVector a = TVector.Zero, b = a;
            for (int start = 0; start < Rows; start += RowChunk.Rows)
            {
                TVector p = TVector.Zero, q = p;
                int end = Math.Min(start + RowChunk.Rows, Rows);
                for (int row = start; row < end; row++)
                    term.Add(row, feature, lanes, ref p, ref q);
                (a, b) = start == 0 ? (p, q) : (a + p, b + q);
            }
            Write(feature, lanes, a, b);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly void Write<TVector>(int feature, int lanes, TVector first, TVector second)
            where TVector : unmanaged, ISimd<TVector, T>
        {
            RowVector<T, TVector>.Store(first, First + feature, lanes);
            if (Second != null)
                RowVector<T, TVector>.Store(second, Second + feature, lanes);
        }
    }
}

/// <summary>What a row adds to the two sums of a feature.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal interface IFeatureTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Adds the row's terms for some features.</summary>
    /// <param name="row">The row.</param>
    /// <param name="feature">The first feature.</param>
    /// <param name="lanes">How many features there are in the vector.</param>
    /// <param name="first">The first sums.</param>
    /// <param name="second">The second sums.</param>
    void Add<TVector>(int row, int feature, int lanes, ref TVector first, ref TVector second)
        where TVector : unmanaged, ISimd<TVector, T>;
}
