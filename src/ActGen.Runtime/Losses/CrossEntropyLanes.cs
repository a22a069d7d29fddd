namespace ActGen.CompilerServices;

/// <summary>Cross-entropy on labels with few classes, as many rows at once as a vector has lanes: a row of 3 logits by itself would leave most of each vector empty.</summary>
/// <remarks>Each row is computed by the same sequence of operations as alone (<see cref="CrossEntropyKernel{T}"/>), its sum in the order of row reductions:
/// with at most 32 elements each is a virtual lane of its own.</remarks>
internal static unsafe class CrossEntropyLanes<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Most classes.</summary>
    public const int Classes = RowReduction<T, TVector>.Lanes;

    private const int CacheLine = 64;

    /// <summary>As many rows as fill whole vectors.</summary>
    /// <param name="loss">Logits, labels and where results go; no smoothing.</param>
    /// <returns>How many rows are done.</returns>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run(scoped in CrossEntropyKernel<T> loss)
    {
        int classes = loss.Classes, count = TVector.Count, row = 0, rows = loss.RowLosses.Length;
        if (rows < count)
            return 0;
        // Vectors that begin at a cache line: what is stored across two lines must reach the cache before a number of it can be loaded again.
        T* scratch = stackalloc T[(((2 * classes) + 4) * count) + (CacheLine / sizeof(T))];
        scratch = (T*)(((nuint)scratch + CacheLine - 1) & ~(nuint)(CacheLine - 1));
        // By class, then by row: logits that become exponentials that become gradients; partial sums.
        T* columns = scratch, sums = columns + (classes * count);
        // By row: what its loss is made of, and for the gradient its class as a number.
        T* logSums = sums + (classes * count), maxima = logSums + count, weights = maxima + count, rowClasses = weights + count;
        TVector divisor = TVector.Constant(loss.Divisor), one = TVector.Broadcast(T.One), weight = one;
        fixed (T* logits = loss.Logits, gradients = loss.Gradient, losses = loss.RowLosses)
        {
            for (; row + count <= rows; row += count)
            {
                T* x = logits + ((nint)row * classes);
                Transpose<T>.Block(x, classes, count, classes, columns, count);
                TVector max = TVector.Broadcast(T.NegativeInfinity);
                for (int c = 0; c < classes; c++)
                    max = TVector.AtLeast(max, TVector.Load(in columns[c * count], 0));
                for (int c = 0; c < classes; c++)
                {
                    TVector e = VectorMath.ExpOfNegative(TVector.Load(in columns[c * count], 0) - max);
                    TVector.Store(e, ref columns[c * count], 0);
                    TVector.Store(e, ref sums[c * count], 0);
                }
                TVector sum = Fold(sums, classes);
                TVector.Store(max, ref *maxima, 0);
                TVector.Store(VectorMath.Log(sum), ref *logSums, 0);
                bool allCount = RowLosses(in loss, row, x, logSums, maxima, weights, rowClasses, losses + row);
                if (gradients == null)
                    continue;

                if (!loss.ClassWeights.IsEmpty)
                    weight = TVector.Load(in *weights, 0);
                TVector label = TVector.Load(in *rowClasses, 0), ofClass = TVector.Zero;
                for (int c = 0; c < classes; c++)
                {
                    // Less the weight by the label, less 0 by any other class, which changes no bit.
                    TVector target = TVector.And(TVector.AreEqual(label, ofClass), weight);
                    TVector.Store(((weight * (TVector.Load(in columns[c * count], 0) / sum)) - target) / divisor, ref columns[c * count], 0);
                    ofClass += one;
                }
                T* gradient = gradients + ((nint)row * classes);
                Transpose<T>.Block(columns, count, classes, count, gradient, classes);
                if (!allCount)
                    ClearIgnored(in loss, row, gradient);
            }
        }
        return row;
    }

    /// <summary>The losses of one vector of rows; their classes and weights, for the gradient.</summary>
    /// <returns>Whether all of them count.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool RowLosses(scoped in CrossEntropyKernel<T> loss, int row, T* logits, T* logSums, T* maxima, T* weights, T* rowClasses, T* losses)
    {
        ReadOnlySpan<int> labels = loss.Labels.Slice(row, TVector.Count);
        int classes = loss.Classes, ignored = loss.IgnoreIndex;
        bool isWeighted = !loss.ClassWeights.IsEmpty, allCount = true;
        if (!isWeighted && !labels.Contains(ignored))
        {
            for (int lane = 0; lane < labels.Length; lane++, logits += classes)
            {
                losses[lane] = CrossEntropyKernel<T>.OfLabel(T.One, logSums[lane], maxima[lane], logits[labels[lane]]);
                rowClasses[lane] = T.CreateTruncating(labels[lane]);
            }
            return true;
        }
        for (int lane = 0; lane < labels.Length; lane++)
        {
            int label = labels[lane];
            T weight = T.One;
            bool counts = isWeighted ? loss.Counts(row + lane, out label, out weight) : label != ignored;
            if (counts)
            {
                losses[lane] = CrossEntropyKernel<T>.OfLabel(weight, logSums[lane], maxima[lane], logits[label]);
            }
            else
            {
                losses[lane] = T.Zero;
                allCount = false;
            }
            weights[lane] = weight;
            rowClasses[lane] = T.CreateTruncating(label);
            logits += classes;
        }
        return allCount;
    }

    /// <summary>Rows that do not count have no gradient: not even NaN leaks out of them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ClearIgnored(scoped in CrossEntropyKernel<T> loss, int row, T* gradient)
    {
        for (int lane = 0; lane < TVector.Count; lane++, gradient += loss.Classes)
        {
            if (!loss.Counts(row + lane, out _, out _))
                new Span<T>(gradient, loss.Classes).Clear();
        }
    }

    /// <summary>The virtual lanes added with strides 16, 8, 4, 2, 1; those beyond the classes are +0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Fold(T* sums, int length)
    {
        int count = TVector.Count;
        for (int stride = Classes / 2; stride > 0; stride /= 2)
        {
            for (int lane = 0; lane + stride < length; lane++)
                TVector.Store(TVector.Load(in sums[lane * count], 0) + TVector.Load(in sums[(lane + stride) * count], 0), ref sums[lane * count], 0);
            length = Math.Min(length, stride);
        }
        return TVector.Load(in *sums, 0);
    }
}
