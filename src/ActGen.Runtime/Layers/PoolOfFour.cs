namespace ActGen.CompilerServices;

/// <summary>A pool's window of 2 × 2 cells, without loops.</summary>
internal static class PoolOfFour<TPool>
    where TPool : IPoolFunction
{
    /// <summary>y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Value<TVector>(TVector first, TVector second, TVector third, TVector fourth, TVector size)
        where TVector : unmanaged, ISimd<TVector> =>
        TPool.Finish(TPool.Add(TPool.Add(TPool.Add(TPool.First(first), second), third), fourth), size);

    /// <summary>The number of the first cell that equals y; 4 where none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Place<TVector>(TVector first, TVector second, TVector third, TVector fourth, TVector y)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector place = TVector.Select(TVector.AreEqual(fourth, y), TVector.Constant(3), TVector.Constant(4));
        place = TVector.Select(TVector.AreEqual(third, y), TVector.Constant(2), place);
        place = TVector.Select(TVector.AreEqual(second, y), TVector.Constant(1), place);
        return TVector.Select(TVector.AreEqual(first, y), TVector.Zero, place);
    }
}
