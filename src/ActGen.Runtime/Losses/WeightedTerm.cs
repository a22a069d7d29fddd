namespace ActGen.CompilerServices;

/// <summary>A term of a loss that counts with a weight. What is right at ±∞ has weight 0 there and costs 0, not 0·∞.</summary>
internal static class WeightedTerm
{
    /// <summary>weight·term, 0 where the weight is 0 and the term a number or ±∞. NaN stays visible.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TVector>(TVector weight, TVector term)
        where TVector : unmanaged, ISimd<TVector> =>
        TVector.Select(TVector.AreEqual(weight, TVector.Zero), TVector.Select(TVector.IsNaN(term), term, TVector.Zero), weight * term);
}
