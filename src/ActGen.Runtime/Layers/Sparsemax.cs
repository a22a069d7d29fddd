namespace ActGen.CompilerServices;

/// <summary>The nearest point of the probability simplex: y = max(z − τ, 0) with τ such that Σy = 1 (Martins &amp; Astudillo 2016).
/// Backward: dx = g − mean of g over the support {y &gt; 0}, 0 elsewhere, from the kept y.</summary>
/// <remarks>z = x − max x, so that every finite row stays finite; as Σy = 1, τ is at least −1 and what lies at or below −1 is not in the support.
/// From there τ ← (Σz − 1)/count over {z &gt; τ} rises to its value while the set shrinks (Michelot 1986): no sorting, and sums in the
/// order of row reductions only. A logit −∞ (a mask) has probability and gradient exactly 0; NaN, +∞ or a row of nothing but −∞ give NaN.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Sparsemax : IRowFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T, TVector>(ReadOnlySpan<T> x, Span<T> y, Span<T> kept)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        VectorLoop.Map<T, TVector, Difference<TVector>>(x, y, new(TVector.Broadcast(RowMaximum<T, TVector>.Of(x))));
        VectorLoop.Map<T, TVector, PositivePart<TVector>>(y, y, new(TVector.Broadcast(Threshold<T, TVector>(y))));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T, TVector>(ReadOnlySpan<T> kept, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        T count = MappedSum<T, TVector>.Of<Above<TVector>>(kept, new(TVector.Zero, TVector.Constant(1)));
        T sum = MappedSum<T, TVector>.Of<OnSupport<TVector>>(outputGradient, kept, new(TVector.Zero, TVector.Zero));
        // Off the support y itself: 0, or the NaN of a row without a distribution.
        VectorLoop.Map<T, TVector, OnSupport<TVector>>(outputGradient, kept, inputGradient, new(TVector.Broadcast(sum / count), TVector.Constant(1)));
    }

    /// <summary>τ of a row whose largest element is 0.</summary>
    private static T Threshold<T, TVector>(ReadOnlySpan<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        T threshold = T.NegativeOne, size = T.PositiveInfinity;
        while (true)
        {
            TVector bound = TVector.Broadcast(threshold);
            T count = MappedSum<T, TVector>.Of<Above<TVector>>(z, new(bound, TVector.Constant(1)));
            // The set shrinks or is final; a rounding that would let it grow again ends the search as well.
            if (!(count < size))
                return threshold;
            size = count;
            threshold = (MappedSum<T, TVector>.Of<KeptAbove<TVector>>(z, new(bound)) - T.One) / count;
        }
    }

    /// <summary>max(x − τ, 0).</summary>
    private readonly struct PositivePart<TVector>(TVector threshold) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _threshold = threshold;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => TVector.Max(x - _threshold, TVector.Zero);
    }

    /// <summary>A value where x is above a bound, else 0.</summary>
    private readonly struct Above<TVector>(TVector bound, TVector value) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _bound = bound, _value = value;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => TVector.Select(TVector.GreaterThan(x, _bound), _value, TVector.Zero);
    }

    /// <summary>x where it is above a bound, else 0.</summary>
    private readonly struct KeptAbove<TVector>(TVector bound) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _bound = bound;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => TVector.Select(TVector.GreaterThan(x, _bound), x, TVector.Zero);
    }

    /// <summary>g − c where y is positive, elsewhere y times a factor.</summary>
    private readonly struct OnSupport<TVector>(TVector mean, TVector elsewhere) : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _mean = mean, _elsewhere = elsewhere;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector gradient, TVector y) => TVector.Select(TVector.GreaterThan(y, TVector.Zero), gradient - _mean, _elsewhere * y);
    }
}
