namespace ActGen.CompilerServices;

/// <summary>x − c.</summary>
internal readonly struct Difference<TVector>(TVector subtrahend) : IVectorMap<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    private readonly TVector _subtrahend = subtrahend;

    public static bool IsCheap => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector x) => x - _subtrahend;
}

/// <summary>−x.</summary>
internal readonly struct Negation<TVector> : IVectorMap<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector x) => -x;
}
