namespace ActGen.CompilerServices;

/// <summary>Row losses and gradient of a loss against labels, for some rows.</summary>
internal ref struct LabelLossKernel<T, TLoss> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLoss : ILabelLoss
{
    public ReadOnlySpan<T> Outputs;
    public ReadOnlySpan<int> Labels;
    public Span<T> RowLosses;
    public Span<T> Gradient;
    public int Classes;
    public double Setting;
    public double Other;
    public ReadOnlySpan<T> ClassWeights;
    public int IgnoreIndex;
    public double Divisor;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        for (int row = 0; row < Labels.Length; row++)
        {
            Span<T> gradient = Gradient.IsEmpty ? Gradient : Gradient.Slice(row * Classes, Classes);
            int label = Labels[row];
            T weight = label == IgnoreIndex ? T.Zero : ClassWeights.IsEmpty ? T.One : ClassWeights[label];
            if (weight == T.Zero)
            {
                // Not even NaN leaks out of a row that does not count.
                RowLosses[row] = T.Zero;
                gradient.Clear();
                continue;
            }

            double loss = TLoss.Row<T, TVector>(Outputs.Slice(row * Classes, Classes), label, gradient, Setting, Other);
            RowLosses[row] = T.CreateTruncating(double.CreateTruncating(weight) * loss);
            if (!gradient.IsEmpty)
                VectorLoop.Map<T, TVector, Weighted<TVector>>(gradient, gradient, new(TVector.Broadcast(weight), TVector.Constant(Divisor)));
        }
    }

    /// <summary>w·g/D.</summary>
    private readonly struct Weighted<TVector>(TVector weight, TVector divisor) : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _weight = weight, _divisor = divisor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector gradient) => _weight * gradient / _divisor;
    }
}
