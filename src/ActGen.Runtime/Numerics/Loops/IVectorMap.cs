namespace ActGen.CompilerServices;

/// <summary>A function of one element. Its constants are its fields, one vector each.</summary>
/// <typeparam name="TVector">The width.</typeparam>
internal interface IVectorMap<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    /// <summary>Whether it is a few operations, so that the loop should be unrolled; a constant for the JIT.</summary>
    static virtual bool IsCheap => false;

    /// <summary>The value at each lane.</summary>
    TVector Apply(TVector x);
}

/// <summary>A function of two elements.</summary>
/// <typeparam name="TVector">The width.</typeparam>
internal interface IVectorMap2<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    /// <summary>Whether it is a few operations, so that the loop should be unrolled; a constant for the JIT.</summary>
    static virtual bool IsCheap => false;

    /// <summary>The value at each pair of lanes.</summary>
    TVector Apply(TVector x, TVector y);
}

/// <summary>Two functions of one element that share their work.</summary>
/// <typeparam name="TVector">The width.</typeparam>
internal interface IVectorPairMap<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    /// <summary>The first value at each lane.</summary>
    /// <param name="x">The element.</param>
    /// <param name="other">The second value at each lane.</param>
    TVector Apply(TVector x, out TVector other);
}

/// <summary>A function of three elements.</summary>
/// <typeparam name="TVector">The width.</typeparam>
internal interface IVectorMap3<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    /// <summary>The value at each triple of lanes.</summary>
    TVector Apply(TVector x, TVector y, TVector z);
}

/// <summary>Three functions of two elements that share their work.</summary>
/// <typeparam name="TVector">The width.</typeparam>
internal interface IVectorTripleMap2<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    /// <summary>The first value at each pair of lanes.</summary>
    /// <param name="x">The first element.</param>
    /// <param name="y">The second element.</param>
    /// <param name="second">The second value.</param>
    /// <param name="third">The third value.</param>
    TVector Apply(TVector x, TVector y, out TVector second, out TVector third);
}
