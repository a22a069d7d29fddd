namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>sin x.</summary>
    /// <remarks>The angle is reduced by quarter turns, exactly enough for every x. Odd bit for bit; NaN at ±∞.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sin<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector> => Sin(x, out _);

    /// <summary>cos x.</summary>
    /// <remarks>Even bit for bit; 1 at 0; NaN at ±∞.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Cos<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        Sin(x, out TVector cosine);
        return cosine;
    }

    /// <summary>sin x and cos x from one reduction of the angle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sin<TVector>(TVector x, out TVector cosine)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1), half = TVector.Constant(0.5);
        QuarterTurns.Reduce(TVector.Abs(x), out TVector n, out TVector r, out TVector low);

        // sin(r + low) = r + (r³·S(r²) + low·cos r); cos(r + low) = 1 − r²/2 + (r⁴·C(r²) − low·r), the rounding of 1 − r²/2 added back.
        TVector s = r * r, halfSquare = half * s;
        TVector sinRest = TVector.IsSingle ? Polynomial.Evaluate(s, -0.16666667, 0.008333372, -0.00019849908, 2.8004865e-06) : Polynomial.Evaluate(s, SinDouble);
        TVector cosRest = TVector.IsSingle ? Polynomial.Evaluate(s, 0.041666646, -0.0013887311, 2.4432551e-05) : Polynomial.Evaluate(s, CosDouble);
        TVector ofSin = r + TVector.MultiplyAdd(r * s, sinRest, TVector.NegatedMultiplyAdd(low, halfSquare, low));
        TVector main = one - halfSquare;
        TVector ofCos = main + (((one - main) - halfSquare) + TVector.MultiplyAdd(s * s, cosRest, -(low * r)));

        // An odd number of quarter turns swaps the two; every second half turn changes the sign.
        TVector isOdd = QuarterTurns.IsOdd(n);
        TVector isBack = QuarterTurns.IsOdd((n - TVector.And(isOdd, one)) * half);
        TVector sine = TVector.Select(isOdd, ofCos, ofSin), other = TVector.Select(isOdd, -ofSin, ofCos);
        cosine = TVector.Select(isBack, -other, other);
        return TVector.CopySign(one, x) * TVector.Select(isBack, -sine, sine);
    }

    // (sin(x)/x − 1)/x² in x², |x| ≤ π/4, error 2⁻⁶³.
    private static ReadOnlySpan<double> SinDouble =>
    [
        -0.16666666666666666, 0.008333333333333035, -0.00019841269840916662, 2.755731901667793e-06, -2.5052041428570413e-08,
        1.604692824615071e-10, -6.495303915271246e-13, -4.2002596528472837e-14,
    ];

    // (cos x − 1 + x²/2)/x⁴ in x², |x| ≤ π/4, error 2⁻⁶⁸.
    private static ReadOnlySpan<double> CosDouble =>
    [
        0.041666666666666664, -0.0013888888888888443, 2.4801587301253903e-05, -2.755731909803545e-07, 2.087673115082824e-09,
        -1.146794141675943e-11, 4.642184473629046e-14,
    ];
}
