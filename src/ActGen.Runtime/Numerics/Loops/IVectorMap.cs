namespace ActGen.CompilerServices;

/// <summary>A function of one element. Its constants are its fields, one vector each.</summary>
/// <typeparam name="TVector">The width.</typeparam>
internal interface IVectorMap<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    /// <summary>The value at each lane.</summary>
    TVector Apply(TVector x);
}

/// <summary>A function of two elements.</summary>
/// <typeparam name="TVector">The width.</typeparam>
internal interface IVectorMap2<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
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
