namespace ActGen.CompilerServices;

/// <summary>The softmax probability p of a row's label, with all digits of 1 − p and ln p, for losses that are functions of p.</summary>
/// <param name="Value">p.</param>
/// <param name="Rest">1 − p, from the exponentials of the other classes.</param>
/// <param name="Log">ln p.</param>
/// <param name="Sum">The sum S of the exponentials.</param>
internal readonly record struct LabelProbability<T, TVector>(double Value, double Rest, double Log, T Sum)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Of a row of logits; leaves the exponentials in <paramref name="scratch"/>, unless that is empty.</summary>
    [SkipLocalsInit]
    public static LabelProbability<T, TVector> Of(ReadOnlySpan<T> logits, int label, Span<T> scratch)
    {
        (T max, T sum) = scratch.IsEmpty ? SoftmaxRow<T, TVector>.Normalizer(logits) : SoftmaxRow<T, TVector>.Exponentials(logits, scratch);
        double log = double.CreateTruncating(logits[label]) - double.CreateTruncating(max) - RealMath.Log(double.CreateTruncating(sum)), value = RealMath.Exp(log);
        if (!(value > 0.5))
            return new(value, 1 - value, log, sum);
        // Above one half the label's logit is the largest, its exponential 1: all follows from the sum of the others.
        double others = OfOthers(logits, label, max);
        return new(1 / (1 + others), others / (1 + others), -RealMath.Log1p(others), sum);
    }

    /// <summary>The gradient c·([j = label] − p_j) from the exponentials, where c = p·∂L/∂p.</summary>
    public void Finish(Span<T> gradient, int label, double c)
    {
        if (gradient.IsEmpty)
            return;
        VectorLoop.Map<T, TVector, Share>(gradient, gradient, new(TVector.Constant(-c), TVector.Broadcast(Sum)));
        gradient[label] = T.CreateTruncating(c * Rest);
    }

    /// <summary>The exponentials of the other classes, added in double in ascending order.</summary>
    private static double OfOthers(ReadOnlySpan<T> logits, int label, T max)
    {
        double others = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            if (i != label)
                others += double.CreateTruncating(VectorMath.Exp(new SimdScalar<T>(logits[i] - max)).Value);
        }

        return others;
    }

    private readonly struct Share(TVector factor, TVector sum) : IVectorMap<TVector>
    {
        private readonly TVector _factor = factor, _sum = sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector e) => _factor * (e / _sum);
    }
}
