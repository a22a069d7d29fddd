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

    // Vectors of rows whose steps are taken together: a vector's own steps wait for each other, those of its neighbours do not.
    private const int Most = 4, CacheLine = 64;

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
        int vectors = Math.Min(Most, rows / count), height = vectors * count;
        T* scratch = stackalloc T[((((vectors + 1) * classes) + (5 * vectors)) * count) + (CacheLine / sizeof(T))];
        scratch = (T*)(((nuint)scratch + CacheLine - 1) & ~(nuint)(CacheLine - 1));
        // By vector of rows, then by class: logits that become exponentials that become gradients. By class: partial sums.
        T* columns = scratch, sums = columns + (classes * height);
        // By row: what its loss is made of, and for the gradient its class as a number.
        RowTerms terms = new(sums + (classes * count), height);
        fixed (T* logits = loss.Logits, gradients = loss.Gradient, losses = loss.RowLosses)
        {
            for (; row + count <= rows; row += height)
            {
                if (row + height > rows)
                    height = rows - row - ((rows - row) % count);
                T* x = logits + ((nint)row * classes);
                for (int first = 0; first < height; first += count)
                    Transpose<T>.Block(x + (first * classes), classes, count, classes, columns + (first * classes), count);
                for (int first = 0; first < height; first += count)
                    Exponentials(columns + (first * classes), sums, classes, in terms, first);
                bool allCount = RowLosses(in loss, row, height, x, in terms, losses + row);
                if (gradients == null)
                    continue;

                T* gradient = gradients + ((nint)row * classes);
                for (int first = 0; first < height; first += count)
                    Gradients(in loss, columns + (first * classes), in terms, first);
                for (int first = 0; first < height; first += count)
                    Transpose<T>.Block(columns + (first * classes), count, classes, count, gradient + (first * classes), classes);
                if (!allCount)
                    ClearIgnored(in loss, row, height, gradient);
            }
        }
        return row;
    }

    /// <summary>exp(x − m) in place of the logits of one vector of rows; m, the sum S and ln S of each row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exponentials(T* columns, T* sums, int classes, in RowTerms terms, int first)
    {
        int count = TVector.Count;
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
        TVector.Store(max, ref terms.Maxima[first], 0);
        TVector.Store(sum, ref terms.Sums[first], 0);
        TVector.Store(VectorMath.Log(sum), ref terms.LogSums[first], 0);
    }

    /// <summary>The losses of some vectors of rows; their classes and weights, for the gradient.</summary>
    /// <returns>Whether all of them count.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool RowLosses(scoped in CrossEntropyKernel<T> loss, int row, int rows, T* logits, in RowTerms terms, T* losses)
    {
        ReadOnlySpan<int> labels = loss.Labels.Slice(row, rows);
        T* logSums = terms.LogSums, maxima = terms.Maxima, weights = terms.Weights, rowClasses = terms.Classes;
        int classes = loss.Classes, ignored = loss.IgnoreIndex;
        bool isWeighted = !loss.ClassWeights.IsEmpty;
        if (!isWeighted && !labels.Contains(ignored))
        {
            for (int i = 0; i < labels.Length; i++, logits += classes)
            {
                losses[i] = CrossEntropyKernel<T>.OfLabel(T.One, logSums[i], maxima[i], logits[labels[i]]);
                rowClasses[i] = T.CreateTruncating(labels[i]);
            }
            return true;
        }
        bool allCount = true;
        for (int i = 0; i < labels.Length; i++, logits += classes)
        {
            bool counts = loss.Counts(row + i, out int label, out T weight);
            losses[i] = counts ? CrossEntropyKernel<T>.OfLabel(weight, logSums[i], maxima[i], logits[label]) : T.Zero;
            weights[i] = weight;
            rowClasses[i] = T.CreateTruncating(label);
            allCount &= counts;
        }
        return allCount;
    }

    /// <summary>(w·(e/S) − q)/D in place of the exponentials of one vector of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gradients(scoped in CrossEntropyKernel<T> loss, T* columns, in RowTerms terms, int first)
    {
        int classes = loss.Classes, count = TVector.Count;
        TVector divisor = TVector.Constant(loss.Divisor), one = TVector.Broadcast(T.One), ofClass = TVector.Zero;
        TVector sum = TVector.Load(in terms.Sums[first], 0), label = TVector.Load(in terms.Classes[first], 0);
        TVector weight = loss.ClassWeights.IsEmpty ? one : TVector.Load(in terms.Weights[first], 0);
        for (int c = 0; c < classes; c++)
        {
            // Less the weight by the label, less 0 by any other class, which changes no bit.
            TVector target = TVector.And(TVector.AreEqual(label, ofClass), weight);
            TVector.Store(((weight * (TVector.Load(in columns[c * count], 0) / sum)) - target) / divisor, ref columns[c * count], 0);
            ofClass += one;
        }
    }

    /// <summary>Rows that do not count have no gradient: not even NaN leaks out of them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ClearIgnored(scoped in CrossEntropyKernel<T> loss, int row, int rows, T* gradient)
    {
        for (int i = 0; i < rows; i++, gradient += loss.Classes)
        {
            if (!loss.Counts(row + i, out _, out _))
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

    /// <summary>What is known of each of some rows: its m, S and ln S, its class, the weight of that.</summary>
    /// <param name="memory">Five numbers for each row.</param>
    /// <param name="rows">Rows.</param>
    private readonly struct RowTerms(T* memory, int rows)
    {
        public readonly T* Maxima = memory, Sums = memory + rows, LogSums = memory + (2 * rows), Weights = memory + (3 * rows), Classes = memory + (4 * rows);
    }
}
