namespace ActGen.CompilerServices;

/// <summary>max(x, |y|).</summary>
internal readonly struct LargerMagnitude<TVector> : IVectorMap2<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    public static bool IsCheap => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector x, TVector y) => TVector.Max(x, TVector.Abs(y));
}

/// <summary>x + 1 where |y| is below the limit, x elsewhere.</summary>
internal readonly struct CountBelow<TVector>(TVector limit) : IVectorMap2<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    private readonly TVector _limit = limit;

    public static bool IsCheap => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector x, TVector y) => x + TVector.And(TVector.GreaterThan(_limit, TVector.Abs(y)), TVector.Constant(1));
}
