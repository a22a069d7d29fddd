namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>xʸ.</summary>
    /// <remarks>e^(y·ln|x|) with the logarithm and the product in two terms. The special values are those of C99, annex F.9.4.4:
    /// x⁰ = 1 and 1ʸ = 1 also beside NaN, NaN for a negative finite base and an exponent that is no integer.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Pow<TVector>(TVector x, TVector y)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1), infinity = TVector.Constant(double.PositiveInfinity);
        TVector a = TVector.Abs(x);
        TVector logarithm = Logarithm.InTwoTerms(a, out TVector logarithmLow);
        logarithm = TVector.Select(TVector.AreEqual(a, TVector.Zero), -infinity, TVector.Select(TVector.AreEqual(a, infinity), infinity, logarithm));

        // An infinite exponent does what the largest one does. Beyond the bound of the product the power is 0 or ∞.
        TVector largest = TVector.Constant(TVector.IsSingle ? float.MaxValue : double.MaxValue);
        TVector bound = TVector.Constant(TVector.IsSingle ? 160 : 1400);
        TVector exponent = TVector.AtMost(TVector.AtLeast(y, -largest), largest);
        TVector product = exponent * logarithm;
        TVector productLow = TVector.MultiplySubtract(exponent, logarithm, product) + (exponent * logarithmLow);
        TVector bounded = TVector.AtMost(TVector.AtLeast(product, -bound), bound);
        Exponential.Reduce(bounded, out TVector n, out TVector high, out TVector low);
        low = TVector.Select(TVector.AreEqual(bounded, product), low + productLow, low);
        TVector power = TVector.ScaleByPowerOfTwo(one + Exponential.MinusOne(high, low), n);

        TVector isInteger = TVector.AreEqual(TVector.Round(y), y);
        TVector isNegative = TVector.GreaterThan(TVector.Zero, TVector.CopySign(one, x));
        power = TVector.Select(TVector.And(isNegative, TVector.And(isInteger, QuarterTurns.IsOdd(exponent))), -power, power);
        TVector isReal = TVector.Or(isInteger, TVector.Or(TVector.GreaterThanOrEqual(x, TVector.Zero), TVector.AreEqual(a, infinity)));
        power = TVector.Select(isReal, power, TVector.Constant(double.NaN));
        return TVector.Select(TVector.Or(TVector.AreEqual(y, TVector.Zero), TVector.AreEqual(x, one)), one, power);
    }
}
