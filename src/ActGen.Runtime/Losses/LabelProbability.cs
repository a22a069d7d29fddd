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
        double all = double.CreateTruncating(sum), log = double.CreateTruncating(logits[label]) - double.CreateTruncating(max) - RealMath.Log(all);
        double value = RealMath.Exp(log);
        return new(value, value <= 0.5 ? 1 - value : OfOthers(logits, label, max, all), Math.Min(0, log), sum);
    }

    /// <summary>The gradient c·([j = label] − p_j) from the exponentials, where c = p·∂L/∂p.</summary>
    public void Finish(Span<T> gradient, int label, double c)
    {
        if (gradient.IsEmpty)
            return;
        VectorLoop.Map<T, TVector, Share>(gradient, gradient, new(TVector.Constant(-c), TVector.Broadcast(Sum)));
        gradient[label] = T.CreateTruncating(c * Rest);
    }

    /// <summary>Where p is near 1, 1 − p is the sum of the others, added in ascending order.</summary>
    private static double OfOthers(ReadOnlySpan<T> logits, int label, T max, double sum)
    {
        double others = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            if (i != label)
                others += double.CreateTruncating(VectorMath.Exp(new SimdScalar<T>(logits[i] - max)).Value);
        }

        return others / sum;
    }

    private readonly struct Share(TVector factor, TVector sum) : IVectorMap<TVector>
    {
        private readonly TVector _factor = factor, _sum = sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector e) => _factor * (e / _sum);
    }
}
