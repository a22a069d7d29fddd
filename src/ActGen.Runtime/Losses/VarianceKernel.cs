namespace ActGen.CompilerServices;

/// <summary>max(eˢ, ε) in place of s, in the second half of each row.</summary>
internal ref struct VarianceKernel<T> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public Span<T> Outputs;
    public int Width;
    public double Epsilon;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        Variance<TVector> variance = new(TVector.Constant(Epsilon));
        for (int start = Width; start < Outputs.Length; start += 2 * Width)
        {
            Span<T> row = Outputs.Slice(start, Width);
            VectorLoop.Map<T, TVector, Variance<TVector>>(row, row, in variance);
        }
    }

    private readonly struct Variance<TVector>(TVector epsilon) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _epsilon = epsilon;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector s) => TVector.Max(VectorMath.Exp(s), _epsilon);
    }
}
