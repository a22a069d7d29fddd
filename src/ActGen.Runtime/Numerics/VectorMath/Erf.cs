namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>The error function.</summary>
    /// <remarks>x + x·P(x²) below 1, else 1 − erfc. Odd bit for bit.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Erf<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1);
        TVector a = TVector.Abs(x);
        TVector small = TVector.MultiplyAdd(a, ErfRest(a * a), a);
        TVector large = TVector.IsSingle
            ? OneMinusErfcSingle(a)
            : one - (TVector.Constant(2) * NormalTail(a * TVector.Constant(1.4142135623730951)));
        return TVector.CopySign(TVector.Select(TVector.GreaterThan(one, a), small, large), x);
    }

    // erf(x)/x − 1 in x², |x| ≤ 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ErfRest<TVector>(TVector s)
        where TVector : unmanaged, ISimd<TVector> => TVector.IsSingle
        ? Polynomial.Evaluate(s, 0.12837917, -0.37612626, 0.112835824, -0.026853641, 0.0051879548, -0.00080066844, 7.8418016e-05)
        : Polynomial.Evaluate(s, ErfDouble);

    // 1 − e^−L(a) for 1 ≤ a: L's last Horner step keeps its rounding error, which the exponential would magnify; 2ⁿ·(1 + t) is subtracted in two parts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector OneMinusErfcSingle<TVector>(TVector a)
        where TVector : unmanaged, ISimd<TVector>
    {
        // From 3.92 on 1 − erfc is 1.
        TVector clamped = TVector.AtMost(a, TVector.Constant(4));
        TVector p = Polynomial.Evaluate(clamped, 1.1295779, 0.6332219, 0.10841545, -0.025205728, 0.0042034364, -0.00044107533, 2.1662227e-05);
        TVector first = TVector.Constant(-0.00018803235);
        TVector l = TVector.MultiplyAdd(p, clamped, first);
        TVector error = TVector.MultiplyAdd(p, clamped, first - l);
        Exponential.Reduce(-l, out TVector n, out TVector high, out TVector low);
        TVector one = TVector.Constant(1);
        TVector power = TVector.ScaleByPowerOfTwo(one, n);
        return TVector.NegatedMultiplyAdd(power, Exponential.MinusOne(high, low - error), one - power);
    }

    // Error 2⁻⁵⁶: the rounding of its first coefficient.
    private static ReadOnlySpan<double> ErfDouble =>
    [
        0.1283791670955126, -0.376126389031839, 0.11283791670960247, -0.026866170645973523, 0.005223977633269673, -0.000854832747807858,
        0.00012055350476092432, -1.4926111405161882e-05, 1.6470561668149953e-06, -1.6473307110670936e-07, 1.5737419010945322e-08,
        -1.7506790106424225e-09, 2.6405735950510584e-10, -3.029832918353486e-11,
    ];
}
