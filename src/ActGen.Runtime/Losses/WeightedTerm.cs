namespace ActGen.CompilerServices;

/// <summary>A term of a loss that counts with a weight. What is right at ±∞ has weight 0 there and costs 0, not 0·∞; NaN stays visible.</summary>
internal static class WeightedTerm
{
    /// <summary>weight·x, 0 where the weight is 0 and x a number or ±∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TVector>(TVector weight, TVector x)
        where TVector : unmanaged, ISimd<TVector> => Of(weight, x, weight * x);

    /// <summary>A product of the weight with a function of x, 0 where the weight is 0 and x a number or ±∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TVector>(TVector weight, TVector x, TVector product)
        where TVector : unmanaged, ISimd<TVector> =>
        TVector.Select(TVector.AreEqual(weight, TVector.Zero), TVector.Select(TVector.IsNaN(x), x, TVector.Zero), product);
}
