namespace ActGen.CompilerServices;

/// <summary>½(s + (μ − t)²e^−s) and with <see cref="Full"/> ½ ln 2π, summed over the targets of a row whose outputs are means μ and
/// logarithms s of variances, s not below ln ε.</summary>
/// <remarks>Written with z = (μ − t)e^(−s/2): ∂/∂μ = z·e^(−s/2), ∂/∂s = ½(1 − z²). Where s is below its bound
/// the derivative is the one at the bound, so that a variance can rise again.</remarks>
internal ref struct GaussianLossKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>½ ln 2π.</summary>
    private const double Constant = 0.9189385332046727;

    public ReadOnlySpan<T> Outputs;
    public ReadOnlySpan<T> Targets;
    public Span<T> RowLosses;
    public Span<T> Gradient;
    public int Width;
    public double Epsilon;
    public bool Full;
    public double Divisor;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        const int Block = RowReduction<T, TVector>.Block;
        Terms<TVector> terms = new(TVector.Constant(RealMath.Log(Epsilon)), TVector.Constant(Full ? Constant : 0), TVector.Constant(Divisor));
        Span<T> losses = stackalloc T[Math.Min(Block, Width)];
        for (int row = 0; row < RowLosses.Length; row++)
        {
            ReadOnlySpan<T> outputs = Outputs.Slice(row * 2 * Width, 2 * Width), targets = Targets.Slice(row * Width, Width);
            Span<T> gradient = Gradient.IsEmpty ? Gradient : Gradient.Slice(row * 2 * Width, 2 * Width);
            T sum = T.Zero;
            for (int start = 0; start < Width; start += Block)
            {
                int length = Math.Min(Block, Width - start);
                Sweep(in terms, outputs.Slice(start, length), outputs.Slice(Width + start, length), targets.Slice(start, length), losses[..length], gradient.IsEmpty ? gradient : gradient.Slice(start, length), gradient.IsEmpty ? gradient : gradient.Slice(Width + start, length));
                T block = RowReduction<T, TVector>.Sum(losses[..length]);
                sum = start == 0 ? block : sum + block;
            }

            RowLosses[row] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sweep<TVector>(in Terms<TVector> terms, ReadOnlySpan<T> means, ReadOnlySpan<T> logarithms, ReadOnlySpan<T> targets, Span<T> losses, Span<T> meanGradient, Span<T> logarithmGradient)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        for (int i = 0; i < means.Length; i += TVector.Count)
        {
            int length = Math.Min(TVector.Count, means.Length - i);
            TVector loss = terms.Apply(
                PartialVector.Load<T, TVector>(means.Slice(i, length)),
                PartialVector.Load<T, TVector>(logarithms.Slice(i, length)),
                PartialVector.Load<T, TVector>(targets.Slice(i, length)),
                out TVector ofMean,
                out TVector ofLogarithm);
            PartialVector.Store(loss, losses.Slice(i, length));
            if (meanGradient.IsEmpty)
                continue;
            PartialVector.Store(ofMean, meanGradient.Slice(i, length));
            PartialVector.Store(ofLogarithm, logarithmGradient.Slice(i, length));
        }
    }

    private readonly struct Terms<TVector>(TVector least, TVector constant, TVector divisor)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        private readonly TVector _least = least, _constant = constant, _divisor = divisor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector mean, TVector logarithm, TVector target, out TVector ofMean, out TVector ofLogarithm)
        {
            TVector half = TVector.Constant(0.5), s = TVector.Max(logarithm, _least);
            TVector scale = VectorMath.Exp(-half * s), z = (mean - target) * scale;
            ofMean = z * scale / _divisor;
            ofLogarithm = half * (TVector.Constant(1) - (z * z)) / _divisor;
            return (half * (s + (z * z))) + _constant;
        }
    }
}
