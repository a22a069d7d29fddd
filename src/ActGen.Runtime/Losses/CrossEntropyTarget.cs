namespace ActGen.CompilerServices;

/// <summary>The weighted, smoothed target of one row: q_c = w_c·((1 − ε)·t_c + ε/K), t given by probabilities or by a label.</summary>
/// <param name="probabilities">t, or empty.</param>
/// <param name="label">The class with t = 1 where <paramref name="probabilities"/> is empty.</param>
/// <param name="smoothing">ε.</param>
/// <param name="weights">w, or empty for 1.</param>
/// <param name="classes">K.</param>
internal readonly ref struct CrossEntropyTarget<T>(ReadOnlySpan<T> probabilities, int label, double smoothing, ReadOnlySpan<T> weights, int classes)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _probabilities = probabilities, _weights = weights;
    private readonly int _label = label;
    private readonly double _keep = 1 - smoothing, _spread = smoothing / classes;

    /// <summary>The classes from <paramref name="start"/> on into <paramref name="q"/>.</summary>
    public void Fill<TVector>(int start, Span<T> q)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        if (_probabilities.IsEmpty)
        {
            q.Fill(T.CreateTruncating(_spread));
            if (_label >= start && _label < start + q.Length)
                q[_label - start] = T.CreateTruncating(_keep + _spread);
        }
        else
        {
            VectorLoop.Map<T, TVector, Smooth<TVector>>(_probabilities.Slice(start, q.Length), q, new(TVector.Constant(_keep), TVector.Constant(_spread)));
        }

        if (!_weights.IsEmpty)
            VectorLoop.Map<T, TVector, Product<TVector>>(q, _weights.Slice(start, q.Length), q, default);
    }

    private readonly struct Smooth<TVector>(TVector keep, TVector spread) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _keep = keep, _spread = spread;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector t) => TVector.MultiplyAdd(_keep, t, _spread);
    }
}
