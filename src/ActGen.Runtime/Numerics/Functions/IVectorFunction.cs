namespace ActGen.CompilerServices;

/// <summary>A function of one element without constants.</summary>
internal interface IVectorFunction
{
    /// <summary>The value at each lane.</summary>
    static abstract TVector Invoke<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>;
}
