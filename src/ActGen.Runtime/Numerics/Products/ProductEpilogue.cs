using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>What happens to a finished chain before it is stored.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <typeparam name="TVector">The width.</typeparam>
internal interface IProductEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Whether +0 is added last: then a zero of either sign in the chain leaves as +0, and steps that add a zero may be left out.</summary>
    static virtual bool AddsZero => false;

    /// <summary>The value to store.</summary>
    /// <param name="chain">The chains of some neighbouring outputs.</param>
    /// <param name="column">Column of the first of them.</param>
    /// <param name="destination">Where the value goes; holds what was there before.</param>
    TVector Finish(TVector chain, nint column, ref readonly T destination);
}

/// <summary>What is stored does not depend on what was there. Where the last vector of columns overlaps its neighbour, it may be made after that was stored.</summary>
/// <remarks>Most products ask for it; tiles, which make all values of a row before they store one, do not.</remarks>
/// <inheritdoc cref="IProductEpilogue{T, TVector}" path="/typeparam"/>
internal interface IOverwritingEpilogue<T, TVector> : IProductEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>;

/// <summary>The chain itself: input gradients, and the first chunk of a weight gradient.</summary>
internal readonly struct StoreChain<T, TVector> : IOverwritingEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish(TVector chain, nint column, ref readonly T destination) => chain;
}

/// <summary>What was there plus the chain: the further chunks of a weight gradient, in ascending order.</summary>
internal readonly struct AddChain<T, TVector> : IProductEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish(TVector chain, nint column, ref readonly T destination) => TVector.Load(in destination, 0) + chain;
}

/// <summary>The same where only the first lanes of a vector are columns.</summary>
/// <param name="lanes">How many.</param>
internal readonly unsafe struct AddChainInPart<T, TVector>(int lanes) : IProductEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    private readonly int _lanes = lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish(TVector chain, nint column, ref readonly T destination)
    {
        fixed (T* sum = &destination)
            return RowVector<T, TVector>.Load(sum, _lanes) + chain;
    }
}

/// <summary>z = (chain + bias) + 0. The last addition turns −0 into +0, so that kernels which skip zero inputs agree bit for bit.</summary>
/// <remarks>It is made as chain + (bias + 0), which does not wait for the chain: a sum is −0 only where both of its terms are, and bias + 0 is not, so the bits are the same. Without a bias a zero is added twice, which is the same: a question for each of a tile's 24 accumulators would push some of them out of the registers.</remarks>
/// <param name="bias">The bias, pinned, or null for none.</param>
internal readonly unsafe struct AddBias<T, TVector>(T* bias) : IOverwritingEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    private readonly T* _bias = bias == null ? (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Zeros)) : bias;
    private readonly nint _columns = bias == null ? 0 : -1;

    public static bool AddsZero => true;

    // The widest vector, in constant data, which does not move.
    private static ReadOnlySpan<ulong> Zeros => [0, 0, 0, 0, 0, 0, 0, 0];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish(TVector chain, nint column, ref readonly T destination) =>
        chain + (TVector.Load(in *(_bias + (column & _columns)), 0) + TVector.Zero);
}

/// <summary>f(z) for an activation cheap enough to run in the registers of the tile.</summary>
/// <param name="bias">The bias, pinned, or null for none.</param>
/// <param name="parameters">The formula's parameters.</param>
internal readonly unsafe ref struct AddBiasAndActivate<T, TVector, TActivation>(T* bias, ReadOnlySpan<TVector> parameters) : IOverwritingEpilogue<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
    where TActivation : IActivation
{
    private readonly AddBias<T, TVector> _bias = new(bias);
    private readonly ReadOnlySpan<TVector> _parameters = parameters;

    public static bool AddsZero => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Finish(TVector chain, nint column, ref readonly T destination) =>
        TActivation.Forward<TVector, Accurate>(_bias.Finish(chain, column, in destination), _parameters);
}
