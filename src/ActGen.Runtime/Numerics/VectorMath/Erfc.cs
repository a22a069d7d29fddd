namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>1 − erf(x), its upper tail included.</summary>
    /// <remarks>(1 − x) − x·P(x²) in the middle; the tail as e^(−a²)·erfcx(a). 1 at 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Erfc<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1);
        TVector a = TVector.Abs(x);
        TVector middle = TVector.NegatedMultiplyAdd(x, ErfRest(a * a), one - x);

        TVector clamped = TVector.AtMost(a, TVector.Constant(TVector.IsSingle ? 10.1 : 27.4));
        GaussianExponential(clamped, -1, out TVector n, out TVector t);
        TVector scaled = ScaledErfc(clamped);
        TVector tail = TVector.ScaleByPowerOfTwo(TVector.MultiplyAdd(scaled, t, scaled), n);
        TVector outside = TVector.Select(TVector.GreaterThan(TVector.Zero, x), TVector.Constant(2) - tail, tail);
        return TVector.Select(TVector.GreaterThan(TVector.Constant(0.48), a), middle, outside);
    }

    // erfcx(a) = erfc(a)·e^(a²) = p/d, d = a + 2 (4).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ScaledErfc<TVector>(TVector a)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector shift = TVector.Constant(TVector.IsSingle ? 2 : 4);
        TVector denominator = a + shift;
        TVector inverse = TVector.Constant(1) / denominator;
        TVector p = TVector.IsSingle
            ? Polynomial.Evaluate(inverse, 0.56417227, 1.1293126, 1.9531671, 3.0971372, 0.5201025, 10.124447, -36.09517, 18.811283, 31.099611, -29.52564)
            : Polynomial.Evaluate((a - shift) * inverse, ErfcxDouble);
        return CorrectedQuotient(p, denominator, a - (denominator - shift), inverse);
    }

    // (a + 4)·erfcx(a) in u = (a − 4)/(a + 4), a in [0.48, 27.4], error 2⁻⁵⁴.
    private static ReadOnlySpan<double> ErfcxDouble =>
    [
        1.095995661000491, -0.976548729080882, 0.7732087022652439, -0.540853831313238, 0.3308515878777841, -0.17401093723983582,
        0.0763815149127176, -0.026370053341698757, 0.006112055629303724, -0.00028095885603480987, -0.0004550525760513911, 0.000176812786027047,
        -3.6353561785353003e-06, -1.886084725403627e-05, 4.694196091856547e-06, 1.424266455323597e-06, -8.445449608180831e-07,
        -7.58228524829891e-08, 1.2094473611424907e-07, 1.2082542085017176e-09, -1.2611152312655948e-08,
    ];
}
