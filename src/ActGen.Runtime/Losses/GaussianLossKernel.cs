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
        Settings<TVector> settings = new(TVector.Constant(RealMath.Log(Epsilon)), TVector.Constant(Full ? Constant : 0), TVector.Constant(Divisor));
        Span<T> losses = stackalloc T[Math.Min(Block, Width)];
        for (int row = 0; row < RowLosses.Length; row++)
        {
            ReadOnlySpan<T> means = Outputs.Slice(row * 2 * Width, Width), logarithms = Outputs.Slice(((row * 2) + 1) * Width, Width), targets = Targets.Slice(row * Width, Width);
            T sum = T.Zero;
            for (int start = 0; start < Width; start += Block)
            {
                int length = Math.Min(Block, Width - start);
                VectorLoop.Map<T, TVector, Loss<TVector>>(means.Slice(start, length), logarithms.Slice(start, length), targets.Slice(start, length), losses, new(settings));
                T block = RowReduction<T, TVector>.Sum(losses[..length]);
                sum = start == 0 ? block : sum + block;
            }

            RowLosses[row] = sum;
            if (Gradient.IsEmpty)
                continue;
            VectorLoop.Map<T, TVector, OfMean<TVector>>(means, logarithms, targets, Gradient.Slice(row * 2 * Width, Width), new(settings));
            VectorLoop.Map<T, TVector, OfLogarithm<TVector>>(means, logarithms, targets, Gradient.Slice(((row * 2) + 1) * Width, Width), new(settings));
        }
    }

    /// <summary>The least logarithm, the constant term, the divisor of the mean.</summary>
    private readonly struct Settings<TVector>(TVector least, TVector constant, TVector divisor)
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _least = least;

        public readonly TVector Constant = constant, Divisor = divisor;

        /// <summary>s, e^(−s/2) and z.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (TVector S, TVector Scale, TVector Z) At(TVector mean, TVector logarithm, TVector target)
        {
            TVector s = TVector.Max(logarithm, _least), scale = VectorMath.Exp(-TVector.Constant(0.5) * s);
            return (s, scale, (mean - target) * scale);
        }
    }

    private readonly struct Loss<TVector>(Settings<TVector> settings) : IVectorMap3<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly Settings<TVector> _settings = settings;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector mean, TVector logarithm, TVector target)
        {
            (TVector s, _, TVector z) = _settings.At(mean, logarithm, target);
            return (TVector.Constant(0.5) * (s + (z * z))) + _settings.Constant;
        }
    }

    private readonly struct OfMean<TVector>(Settings<TVector> settings) : IVectorMap3<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly Settings<TVector> _settings = settings;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector mean, TVector logarithm, TVector target)
        {
            (_, TVector scale, TVector z) = _settings.At(mean, logarithm, target);
            return z * scale / _settings.Divisor;
        }
    }

    private readonly struct OfLogarithm<TVector>(Settings<TVector> settings) : IVectorMap3<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly Settings<TVector> _settings = settings;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector mean, TVector logarithm, TVector target)
        {
            (_, _, TVector z) = _settings.At(mean, logarithm, target);
            return TVector.Constant(0.5) * (TVector.Constant(1) - (z * z)) / _settings.Divisor;
        }
    }
}
