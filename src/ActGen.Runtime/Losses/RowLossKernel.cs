namespace ActGen.CompilerServices;

/// <summary>Row losses and gradient of a loss of whole rows, for some rows.</summary>
internal ref struct RowLossKernel<T, TLoss> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLoss : IRowLoss
{
    public ReadOnlySpan<T> Outputs;
    public ReadOnlySpan<T> Targets;
    public Span<T> RowLosses;
    public Span<T> Gradient;
    public int Width;
    public double Setting;
    public double Other;
    public double Divisor;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        for (int row = 0; row < RowLosses.Length; row++)
        {
            Span<T> gradient = Gradient.IsEmpty ? Gradient : Gradient.Slice(row * Width, Width);
            RowLosses[row] = T.CreateTruncating(TLoss.Row(Outputs.Slice(row * Width, Width), Targets.Slice(row * Width, Width), gradient, Setting, Other));
            if (!gradient.IsEmpty)
                VectorLoop.Map<T, TVector, Divided<TVector>>(gradient, gradient, new(TVector.Constant(Divisor)));
        }
    }

    /// <summary>g/D.</summary>
    private readonly struct Divided<TVector>(TVector divisor) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _divisor = divisor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector gradient) => gradient / _divisor;
    }
}
