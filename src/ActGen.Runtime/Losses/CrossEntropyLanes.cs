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

    /// <summary>As many rows as fill whole vectors.</summary>
    /// <param name="loss">Logits, labels and where results go; no smoothing.</param>
    /// <returns>How many rows are done.</returns>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run(scoped in CrossEntropyKernel<T> loss)
    {
        int classes = loss.Classes, count = TVector.Count, row = 0;
        bool hasGradient = !loss.Gradient.IsEmpty;
        // By class, then by row: logits that become exponentials that become gradients; partial sums; numbers of the rows.
        T* columns = stackalloc T[classes * count], sums = stackalloc T[classes * count], logSums = stackalloc T[count], maxima = stackalloc T[count];
        fixed (T* logits = loss.Logits, gradient = loss.Gradient)
        {
            for (; row + count <= loss.RowLosses.Length; row += count)
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
                for (int lane = 0; lane < count; lane++)
                    loss.RowLosses[row + lane] = loss.Counts(row + lane, out int label, out T weight) ? CrossEntropyKernel<T>.OfLabel(weight, logSums[lane], maxima[lane], x[(lane * classes) + label]) : T.Zero;
                if (hasGradient)
                    Gradient(in loss, row, columns, sum, gradient + ((nint)row * classes));
            }
        }
        return row;
    }

    /// <summary>∂L/∂x of one vector of rows.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gradient(scoped in CrossEntropyKernel<T> loss, int row, T* columns, TVector sum, T* gradient)
    {
        int classes = loss.Classes, count = TVector.Count;
        T* weights = stackalloc T[count], ofLabels = stackalloc T[count];
        int* labels = stackalloc int[count];
        bool allCount = true;
        for (int lane = 0; lane < count; lane++)
        {
            allCount &= loss.Counts(row + lane, out labels[lane], out weights[lane]);
            ofLabels[lane] = columns[(labels[lane] * count) + lane];
        }
        TVector weight = TVector.Load(in *weights, 0), divisor = TVector.Constant(loss.Divisor);
        TVector.Store(((weight * (TVector.Load(in *ofLabels, 0) / sum)) - weight) / divisor, ref *ofLabels, 0);
        for (int c = 0; c < classes; c++)
            TVector.Store(weight * (TVector.Load(in columns[c * count], 0) / sum) / divisor, ref columns[c * count], 0);
        Transpose<T>.Block(columns, count, classes, count, gradient, classes);
        for (int lane = 0; lane < count; lane++)
            gradient[(lane * classes) + labels[lane]] = ofLabels[lane];
        // Not even NaN leaks out of a row that does not count.
        for (int lane = 0; lane < count && !allCount; lane++)
        {
            if (!loss.Counts(row + lane, out _, out _))
                new Span<T>(gradient + (lane * classes), classes).Clear();
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
