namespace ActGen.CompilerServices;

/// <summary>y = exp(x − max)/Σ. Backward: dx = y ⊙ (g − ⟨g, y⟩), from the kept y.</summary>
/// <remarks>Since Σy = 1, a constant added to g changes nothing. Where one probability is above ½, g is first taken relative
/// to that element's: otherwise g − ⟨g, y⟩ would cancel, down to no digit at all as y approaches 1.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Softmax : IRowFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<T, TVector>(ReadOnlySpan<T> x, Span<T> y, Span<T> kept)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T> => SoftmaxRow<T, TVector>.Probabilities(x, y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T, TVector>(ReadOnlySpan<T> kept, ReadOnlySpan<T> outputGradient, Span<T> inputGradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T>
    {
        ReadOnlySpan<T> g = outputGradient;
        T half = T.CreateChecked(0.5);
        if (RowMaximum<T, TVector>.OfNumbers(kept) > half)
        {
            VectorLoop.Map<T, TVector, Difference<TVector>>(g, inputGradient, new(TVector.Broadcast(g[FirstAbove(half, kept)])));
            g = inputGradient;
        }

        VectorLoop.Map<T, TVector, Jacobian<TVector>>(g, kept, inputGradient, new(TVector.Broadcast(RowReduction<T, TVector>.Dot(g, kept))));
    }

    private static int FirstAbove<T>(T bound, ReadOnlySpan<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int index = 0;
        while (!(y[index] > bound))
            index++;
        return index;
    }

    private readonly struct Jacobian<TVector>(TVector dot) : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _dot = dot;

        public static bool IsCheap => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector gradient, TVector y) => y * (gradient - _dot);
    }
}
