namespace ActGen.CompilerServices;

/// <summary>Cross-entropy on logits for some rows: L = −Σ q_c·ln p_c, p = softmax(x), q the weighted, smoothed target; ∂L/∂x = Q·p − q, Q = Σ q_c.</summary>
/// <remarks>ln p_c = (x_c − m) − ln S. For a plain label the loss is taken in double, where m − x_c cannot overflow; for other
/// targets the gaps are halved before they are summed. A class with q_c = 0 costs nothing, also where its logit is −∞.</remarks>
internal ref struct CrossEntropyKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public ReadOnlySpan<T> Logits;
    public ReadOnlySpan<int> Labels;
    public ReadOnlySpan<T> Probabilities;
    public Span<T> RowLosses;
    public Span<T> Gradient;
    public int Classes;
    public double LabelSmoothing;
    public ReadOnlySpan<T> ClassWeights;
    public int IgnoreIndex;
    public double Divisor;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        bool fillsLanes = Classes <= CrossEntropyLanes<T, TVector>.Classes && !Labels.IsEmpty && LabelSmoothing == 0;
        for (int row = fillsLanes ? CrossEntropyLanes<T, TVector>.Run(in this) : 0; row < RowLosses.Length; row++)
        {
            ReadOnlySpan<T> logits = Logits.Slice(row * Classes, Classes);
            Span<T> gradient = Gradient.IsEmpty ? Gradient : Gradient.Slice(row * Classes, Classes);
            if (Labels.IsEmpty)
            {
                RowLosses[row] = WithTarget<TVector>(logits, gradient, new(Probabilities.Slice(row * Classes, Classes), -1, LabelSmoothing, ClassWeights, Classes));
            }
            else if (!Counts(row, out int label, out T weight))
            {
                // Not even NaN leaks out of a row that does not count.
                RowLosses[row] = T.Zero;
                gradient.Clear();
            }
            else
            {
                RowLosses[row] = LabelSmoothing == 0
                    ? PlainLabel<TVector>(logits, gradient, label, weight)
                    : WithTarget<TVector>(logits, gradient, new(default, label, LabelSmoothing, ClassWeights, Classes));
            }
        }
    }

    /// <summary>Whether a labelled row adds to the loss.</summary>
    /// <param name="row">The row.</param>
    /// <param name="label">Its class; 0 where the row does not count.</param>
    /// <param name="weight">The weight of the class.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Counts(int row, out int label, out T weight)
    {
        (label, weight) = (Labels[row], T.One);
        bool counts = label != IgnoreIndex;
        if (!counts)
            label = 0;
        if (!ClassWeights.IsEmpty)
        {
            weight = ClassWeights[label];
            // Smoothing gives the other classes a share of the row.
            counts &= LabelSmoothing != 0 || weight != T.Zero;
        }
        return counts;
    }

    /// <summary>w·(ln S + (m − x)), in double, where m − x cannot overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OfLabel(T weight, T logSum, T max, T logit) =>
        T.CreateTruncating(double.CreateTruncating(weight) * (double.CreateTruncating(logSum) + (double.CreateTruncating(max) - double.CreateTruncating(logit))));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly T PlainLabel<TVector>(ReadOnlySpan<T> logits, Span<T> gradient, int label, T weight)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        (T max, T sum) = gradient.IsEmpty ? SoftmaxRow<T, TVector>.Normalizer(logits) : SoftmaxRow<T, TVector>.Exponentials(logits, gradient);
        if (!gradient.IsEmpty)
        {
            T ofLabel = ((weight * (gradient[label] / sum)) - weight) / T.CreateTruncating(Divisor);
            VectorLoop.Map<T, TVector, ScaledProbability<TVector>>(gradient, gradient, new(TVector.Broadcast(weight), TVector.Broadcast(sum), TVector.Constant(Divisor)));
            gradient[label] = ofLabel;
        }

        return OfLabel(weight, SoftmaxRow<T, TVector>.Log(sum), max, logits[label]);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly T WithTarget<TVector>(ReadOnlySpan<T> logits, Span<T> gradient, CrossEntropyTarget<T> target)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        const int Block = RowReduction<T, TVector>.Block;
        Span<T> q = stackalloc T[Math.Min(Block, Classes)], gaps = stackalloc T[Math.Min(Block, Classes)];
        (T max, T sum) = gradient.IsEmpty ? SoftmaxRow<T, TVector>.Normalizer(logits) : SoftmaxRow<T, TVector>.Exponentials(logits, gradient);
        T total = T.Zero, halfGap = T.Zero;
        for (int start = 0; start < Classes; start += Block)
        {
            Span<T> block = q[..Math.Min(Block, Classes - start)];
            target.Fill<TVector>(start, block);
            VectorLoop.Map<T, TVector, HalfGap<TVector>>(logits.Slice(start, block.Length), block, gaps, new(TVector.Broadcast(max)));
            T blockTotal = RowReduction<T, TVector>.Sum(block), blockGap = RowReduction<T, TVector>.Sum(gaps[..block.Length]);
            total = start == 0 ? blockTotal : total + blockTotal;
            halfGap = start == 0 ? blockGap : halfGap + blockGap;
        }

        for (int start = 0; !gradient.IsEmpty && start < Classes; start += Block)
        {
            Span<T> block = q[..Math.Min(Block, Classes - start)];
            if (Classes > Block)
                target.Fill<TVector>(start, block);
            Span<T> part = gradient.Slice(start, block.Length);
            VectorLoop.Map<T, TVector, ProbabilityMinusTarget<TVector>>(part, block, part, new(TVector.Broadcast(total), TVector.Broadcast(sum), TVector.Constant(Divisor)));
        }

        double loss = (double.CreateTruncating(total) * double.CreateTruncating(SoftmaxRow<T, TVector>.Log(sum))) + (2 * double.CreateTruncating(halfGap));
        return T.CreateTruncating(loss);
    }

    /// <summary>w·(e/S)/D.</summary>
    private readonly struct ScaledProbability<TVector>(TVector weight, TVector sum, TVector divisor) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _weight = weight, _sum = sum, _divisor = divisor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector e) => _weight * (e / _sum) / _divisor;
    }

    /// <summary>(Q·(e/S) − q)/D.</summary>
    private readonly struct ProbabilityMinusTarget<TVector>(TVector total, TVector sum, TVector divisor) : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _total = total, _sum = sum, _divisor = divisor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector e, TVector q) => TVector.MultiplyAdd(_total, e / _sum, -q) / _divisor;
    }

    /// <summary>q·(m − x)/2, 0 where q is 0.</summary>
    private readonly struct HalfGap<TVector>(TVector max) : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _halfMax = max * TVector.Constant(0.5);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x, TVector q)
        {
            TVector gap = TVector.MultiplyAdd(x, TVector.Constant(-0.5), _halfMax);
            return TVector.Select(TVector.AreEqual(q, TVector.Zero), TVector.Zero, q * gap);
        }
    }
}
