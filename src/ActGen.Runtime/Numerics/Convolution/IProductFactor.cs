namespace ActGen.CompilerServices;

/// <summary>What of A a vector of columns is multiplied by, as a type: the JIT compiles one tile for each.</summary>
/// <remarks>Each has a step of its own: one that asks which it is would be twice as long, and twelve of them in a tile more than the JIT inlines.</remarks>
internal unsafe interface IProductFactor<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>Whether each column has an element of A of its own, at the same place as in B.</summary>
    static abstract bool IsPerColumn { get; }

    /// <summary>One step of the chains of a row.</summary>
    /// <param name="a">The element of A; of the first column where there is one for each.</param>
    /// <param name="toLast">From the first to the last vector.</param>
    /// <param name="b0">The first vector of B, where there are two.</param>
    /// <param name="b1">The second one, where there are three.</param>
    /// <param name="b2">The last one.</param>
    /// <param name="first">Chains of the first vector.</param>
    /// <param name="second">Chains of the second one.</param>
    /// <param name="last">Chains of the last one.</param>
    static abstract void Step<TVectors>(T* a, nint toLast, TVector b0, TVector b1, TVector b2, ref TVector first, ref TVector second, ref TVector last)
        where TVectors : unmanaged, ITileExtent;
}

/// <summary>One element of A for all columns: matrix products.</summary>
internal readonly unsafe struct SameForAll<T, TVector> : IProductFactor<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    public static bool IsPerColumn => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<TVectors>(T* a, nint toLast, TVector b0, TVector b1, TVector b2, ref TVector first, ref TVector second, ref TVector last)
        where TVectors : unmanaged, ITileExtent
    {
        if (sizeof(TVectors) == 1)
        {
            TVector.Accumulate(a, b2, ref last);
            return;
        }
        TVector x = TVector.Broadcast(*a);
        if (sizeof(TVectors) > 1)
            first = TVector.MultiplyAdd(x, b0, first);
        if (sizeof(TVectors) > 2)
            second = TVector.MultiplyAdd(x, b1, second);
        last = TVector.MultiplyAdd(x, b2, last);
    }
}

/// <summary>An element of A for each column: depthwise convolutions.</summary>
internal readonly unsafe struct PerColumn<T, TVector> : IProductFactor<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    public static bool IsPerColumn => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step<TVectors>(T* a, nint toLast, TVector b0, TVector b1, TVector b2, ref TVector first, ref TVector second, ref TVector last)
        where TVectors : unmanaged, ITileExtent
    {
        if (sizeof(TVectors) > 1)
            first = TVector.MultiplyAdd(TVector.Load(in *a, 0), b0, first);
        if (sizeof(TVectors) > 2)
            second = TVector.MultiplyAdd(TVector.Load(in *(a + TVector.Count), 0), b1, second);
        last = TVector.MultiplyAdd(TVector.Load(in *(a + toLast), 0), b2, last);
    }
}
