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
        for (int row = 0; row < RowLosses.Length; row++)
        {
            ReadOnlySpan<T> logits = Logits.Slice(row * Classes, Classes);
            Span<T> gradient = Gradient.IsEmpty ? Gradient : Gradient.Slice(row * Classes, Classes);
            if (Labels.IsEmpty)
            {
                RowLosses[row] = WithTarget<TVector>(logits, gradient, new(Probabilities.Slice(row * Classes, Classes), -1, LabelSmoothing, ClassWeights, Classes));
            }
            else if (Labels[row] == IgnoreIndex || (LabelSmoothing == 0 && !ClassWeights.IsEmpty && ClassWeights[Labels[row]] == T.Zero))
            {
                // Not even NaN leaks out of a row that does not count. (Smoothing gives the other classes a share of the row.)
                RowLosses[row] = T.Zero;
                gradient.Clear();
            }
            else
            {
                RowLosses[row] = LabelSmoothing == 0
                    ? PlainLabel<TVector>(logits, gradient, Labels[row])
                    : WithTarget<TVector>(logits, gradient, new(default, Labels[row], LabelSmoothing, ClassWeights, Classes));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly T PlainLabel<TVector>(ReadOnlySpan<T> logits, Span<T> gradient, int label)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        T weight = ClassWeights.IsEmpty ? T.One : ClassWeights[label];
        (T max, T sum) = gradient.IsEmpty ? SoftmaxRow<T, TVector>.Normalizer(logits) : SoftmaxRow<T, TVector>.Exponentials(logits, gradient);
        if (!gradient.IsEmpty)
        {
            T ofLabel = ((weight * (gradient[label] / sum)) - weight) / T.CreateTruncating(Divisor);
            VectorLoop.Map<T, TVector, ScaledProbability<TVector>>(gradient, gradient, new(TVector.Broadcast(weight), TVector.Broadcast(sum), TVector.Constant(Divisor)));
            gradient[label] = ofLabel;
        }

        double loss = double.CreateTruncating(SoftmaxRow<T, TVector>.Log(sum)) + (double.CreateTruncating(max) - double.CreateTruncating(logits[label]));
        return T.CreateTruncating(double.CreateTruncating(weight) * loss);
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
