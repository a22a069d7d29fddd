namespace ActGen.CompilerServices;

/// <summary>What happens to a finished chain of a product over segments before it is stored.</summary>
/// <remarks>As <see cref="IProductEpilogue{T, TVector}"/>, but what depends on the column only is loaded once for a tile: for each of 24 accumulators it is more than the JIT inlines.</remarks>
internal unsafe interface ISegmentEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>What all rows of some neighbouring columns have in common.</summary>
    /// <param name="column">Number of the first column.</param>
    TVector Column(nint column);

    /// <summary>The value to store.</summary>
    /// <param name="chain">The chains of some neighbouring outputs.</param>
    /// <param name="column">What <see cref="Column"/> gave.</param>
    /// <param name="destination">Where the value goes; holds what was there before.</param>
    /// <param name="row">Number of the row in its tile.</param>
    TVector Finish(TVector chain, TVector column, T* destination, int row);

    /// <summary>The same where only the first lanes are columns.</summary>
    TVector FinishPart(TVector chain, TVector column, T* destination, int row, int lanes);
}

/// <summary>The chain itself: input gradients, and the first chunk of a weight gradient.</summary>
internal readonly unsafe struct StoreSegments<T, TVector> : ISegmentEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Column(nint column) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish(TVector chain, TVector column, T* destination, int row) => chain;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FinishPart(TVector chain, TVector column, T* destination, int row, int lanes) => chain;
}

/// <summary>What was there plus the chain: the further chunks of a weight gradient, in ascending order.</summary>
internal readonly unsafe struct AddSegments<T, TVector> : ISegmentEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Column(nint column) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish(TVector chain, TVector column, T* destination, int row) => TVector.Load(in *destination, 0) + chain;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FinishPart(TVector chain, TVector column, T* destination, int row, int lanes) => RowVector<T, TVector>.Load(destination, lanes) + chain;
}

/// <summary>z = (chain + bias) + 0, as <see cref="AddBias{T, TVector}"/>: the 0 is added to the bias, once for a tile.</summary>
/// <param name="bias">The bias, pinned, or null for none.</param>
internal readonly unsafe struct AddSegmentBias<T, TVector>(T* bias) : ISegmentEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    private readonly T* _bias = bias;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Column(nint column) => _bias == null ? TVector.Zero : TVector.Load(in *(_bias + column), 0) + TVector.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish(TVector chain, TVector column, T* destination, int row) => chain + column;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FinishPart(TVector chain, TVector column, T* destination, int row, int lanes) => chain + column;
}

/// <summary>f of it, for a cheap activation without parameters.</summary>
/// <param name="bias">The bias, pinned, or null for none.</param>
internal readonly unsafe struct AddSegmentBiasAndActivate<T, TVector, TActivation>(T* bias) : ISegmentEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TActivation : IActivation
{
    private readonly AddSegmentBias<T, TVector> _bias = new(bias);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Column(nint column) => _bias.Column(column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish(TVector chain, TVector column, T* destination, int row) => TActivation.Forward<TVector, Accurate>(chain + column, default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FinishPart(TVector chain, TVector column, T* destination, int row, int lanes) => Finish(chain, column, destination, row);
}

/// <summary>z where rows are outputs.</summary>
/// <param name="bias">One for each row of the tile, of which none is −0: 0 was added to them, as to those of columns.</param>
internal readonly unsafe struct AddRowBias<T, TVector>(T* bias) : ISegmentEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    private readonly T* _bias = bias;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Column(nint column) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish(TVector chain, TVector column, T* destination, int row) => chain + TVector.Broadcast(_bias[row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FinishPart(TVector chain, TVector column, T* destination, int row, int lanes) => Finish(chain, column, destination, row);
}

/// <summary>f of it, for a cheap activation without parameters.</summary>
/// <param name="bias">As <see cref="AddRowBias{T, TVector}"/> has it.</param>
internal readonly unsafe struct AddRowBiasAndActivate<T, TVector, TActivation>(T* bias) : ISegmentEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TActivation : IActivation
{
    private readonly T* _bias = bias;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Column(nint column) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish(TVector chain, TVector column, T* destination, int row) => TActivation.Forward<TVector, Accurate>(chain + TVector.Broadcast(_bias[row]), default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector FinishPart(TVector chain, TVector column, T* destination, int row, int lanes) => Finish(chain, column, destination, row);
}
