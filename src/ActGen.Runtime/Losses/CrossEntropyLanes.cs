using System.Runtime.Intrinsics;

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
        T* scratch = stackalloc T[((((vectors + 1) * classes) + (6 * vectors)) * count) + (CacheLine / sizeof(T))];
        scratch = (T*)(((nuint)scratch + CacheLine - 1) & ~(nuint)(CacheLine - 1));
        // By vector of rows, then by class: logits that become exponentials that become gradients. By class: partial sums.
        T* columns = scratch, sums = columns + (classes * height);
        // By row: its class as a number, and what its loss is made of.
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
                bool allCount = Targets(in loss, row, height, in terms);
                for (int first = 0; first < height; first += count)
                    Exponentials(columns + (first * classes), sums, classes, in terms, first);
                T* gradient = gradients == null ? null : gradients + ((nint)row * classes);
                if (gradient != null)
                {
                    for (int first = 0; first < height; first += count)
                        Gradients(in loss, columns + (first * classes), in terms, first);
                    for (int first = 0; first < height; first += count)
                        Transpose<T>.Block(columns + (first * classes), count, classes, count, gradient + (first * classes), classes);
                }
                // Behind the gradients, which do not wait for the logarithms.
                RowLosses(in terms, height, !loss.ClassWeights.IsEmpty, losses + row);
                if (!allCount)
                    ClearIgnored(in loss, row, height, losses + row, gradient);
            }
        }
        return row;
    }

    /// <summary>exp(x − m) in place of the logits of one vector of rows; m, the sum S and ln S of each row, and the logit of its class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exponentials(T* columns, T* sums, int classes, in RowTerms terms, int first)
    {
        int count = TVector.Count;
        TVector max = TVector.Broadcast(T.NegativeInfinity);
        for (int c = 0; c < classes; c++)
            max = TVector.AtLeast(max, TVector.Load(in columns[c * count], 0));
        TVector label = TVector.Load(in terms.Classes[first], 0), one = TVector.Broadcast(T.One), ofClass = TVector.Zero, logit = TVector.Zero;
        for (int c = 0; c < classes; c++)
        {
            TVector x = TVector.Load(in columns[c * count], 0);
            logit = TVector.Select(TVector.AreEqual(label, ofClass), x, logit);
            ofClass += one;
            TVector e = VectorMath.ExpOfNegative(x - max);
            TVector.Store(e, ref columns[c * count], 0);
            TVector.Store(e, ref sums[c * count], 0);
        }
        TVector sum = Fold(sums, classes);
        TVector.Store(max, ref terms.Maxima[first], 0);
        TVector.Store(logit, ref terms.Logits[first], 0);
        TVector.Store(sum, ref terms.Sums[first], 0);
        TVector.Store(VectorMath.Log(sum), ref terms.LogSums[first], 0);
    }

    /// <summary>The classes of some vectors of rows as numbers, and their weights where classes have such.</summary>
    /// <returns>Whether all rows count.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Targets(scoped in CrossEntropyKernel<T> loss, int row, int rows, in RowTerms terms)
    {
        ReadOnlySpan<int> labels = loss.Labels.Slice(row, rows);
        T* weights = terms.Weights, classes = terms.Classes;
        int i = 0;
        if (loss.ClassWeights.IsEmpty && !labels.Contains(loss.IgnoreIndex))
        {
            if (typeof(T) == typeof(float))
            {
                for (; i + Vector128<int>.Count <= rows; i += Vector128<int>.Count)
                    Vector128.ConvertToSingle(Vector128.Create(labels[i..])).Store((float*)classes + i);
            }
            for (; i < rows; i++)
                classes[i] = T.CreateTruncating(labels[i]);
            return true;
        }
        bool allCount = true;
        for (; i < rows; i++)
        {
            allCount &= loss.Counts(row + i, out int label, out T weight);
            weights[i] = weight;
            classes[i] = T.CreateTruncating(label);
        }
        return allCount;
    }

    /// <summary>w·(ln S + (m − x)) of some rows, as <see cref="CrossEntropyKernel{T}.OfLabel"/> has it: in double, eight rows at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RowLosses(in RowTerms terms, int rows, bool isWeighted, T* losses)
    {
        T* logSums = terms.LogSums, maxima = terms.Maxima, logits = terms.Logits, weights = terms.Weights;
        int i = 0;
        if (typeof(T) == typeof(float))
        {
            for (; i + Vector256<float>.Count <= rows; i += Vector256<float>.Count)
            {
                (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(Vector256.Load((float*)maxima + i));
                (Vector256<double> lowerLogits, Vector256<double> upperLogits) = Vector256.Widen(Vector256.Load((float*)logits + i));
                (Vector256<double> lowerSums, Vector256<double> upperSums) = Vector256.Widen(Vector256.Load((float*)logSums + i));
                lower = lowerSums + (lower - lowerLogits);
                upper = upperSums + (upper - upperLogits);
                if (isWeighted)
                {
                    (Vector256<double> lowerWeights, Vector256<double> upperWeights) = Vector256.Widen(Vector256.Load((float*)weights + i));
                    lower = lowerWeights * lower;
                    upper = upperWeights * upper;
                }
                Vector256.Narrow(lower, upper).Store((float*)losses + i);
            }
        }
        for (; i < rows; i++)
            losses[i] = CrossEntropyKernel<T>.OfLabel(isWeighted ? weights[i] : T.One, logSums[i], maxima[i], logits[i]);
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

    /// <summary>Rows that do not count have no loss and no gradient: not even NaN leaks out of them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ClearIgnored(scoped in CrossEntropyKernel<T> loss, int row, int rows, T* losses, T* gradient)
    {
        for (int i = 0; i < rows; i++)
        {
            if (loss.Counts(row + i, out _, out _))
                continue;
            losses[i] = T.Zero;
            if (gradient != null)
                new Span<T>(gradient + (i * loss.Classes), loss.Classes).Clear();
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

    /// <summary>What is known of each of some rows: its m, S and ln S, its class, the weight and the logit of that.</summary>
    /// <param name="memory">Six numbers for each row.</param>
    /// <param name="rows">Rows.</param>
    private readonly struct RowTerms(T* memory, int rows)
    {
        public readonly T* Maxima = memory, Sums = memory + rows, LogSums = memory + (2 * rows), Weights = memory + (3 * rows), Classes = memory + (4 * rows), Logits = memory + (5 * rows);
    }
}
