namespace ActGen.CompilerServices;

/// <summary>Row losses and gradient of an element-wise loss over some rows.</summary>
internal ref struct ElementLossKernel<T, TLoss> : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLoss : IElementLoss
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
        Value<TVector> value = new(TVector.Constant(Setting), TVector.Constant(Other));
        if (Width == 1)
        {
            VectorLoop.Map<T, TVector, Value<TVector>>(Outputs, Targets, RowLosses, in value);
        }
        else
        {
            for (int row = 0; row < RowLosses.Length; row++)
                RowLosses[row] = RowLoss(Outputs.Slice(row * Width, Width), Targets.Slice(row * Width, Width), in value);
        }

        if (!Gradient.IsEmpty)
            VectorLoop.Map<T, TVector, Derivative<TVector>>(Outputs, Targets, Gradient, new(TVector.Constant(Setting), TVector.Constant(Other), TVector.Constant(Divisor)));
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T RowLoss<TVector>(ReadOnlySpan<T> x, ReadOnlySpan<T> t, scoped in Value<TVector> value)
        where TVector : unmanaged, ISimd<TVector, T>
    {
        const int Block = RowReduction<T, TVector>.Block;
        Span<T> losses = stackalloc T[Math.Min(Block, x.Length)];
        T sum = T.Zero;
        for (int start = 0; start < x.Length; start += Block)
        {
            int length = Math.Min(Block, x.Length - start);
            VectorLoop.Map<T, TVector, Value<TVector>>(x.Slice(start, length), t.Slice(start, length), losses, in value);
            T block = RowReduction<T, TVector>.Sum(losses[..length]);
            sum = start == 0 ? block : sum + block;
        }

        return sum;
    }

    private readonly struct Value<TVector>(TVector setting, TVector other) : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _setting = setting, _other = other;

        // A row sum starts at +0, also that of a row of one element.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x, TVector t) => TLoss.Loss(x, t, _setting, _other) + TVector.Zero;
    }

    private readonly struct Derivative<TVector>(TVector setting, TVector other, TVector divisor) : IVectorMap2<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        private readonly TVector _setting = setting, _other = other, _divisor = divisor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x, TVector t) => TLoss.Gradient(x, t, _setting, _other) / _divisor;
    }
}
