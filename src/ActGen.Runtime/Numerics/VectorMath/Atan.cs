namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>arctan x.</summary>
    /// <remarks>From 1 on as π/2 − arctan(1/x), with the error of the quotient and of the difference. Odd bit for bit; ±π/2 at ±∞.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Atan<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector one = TVector.Constant(1);
        // Beyond the bound the result is π/2 anyway.
        TVector a = TVector.AtMost(TVector.Abs(x), TVector.Constant(1e30));
        TVector isLarge = TVector.GreaterThanOrEqual(a, one);
        TVector inverse = one / a;
        TVector q = TVector.Select(isLarge, inverse, a);
        TVector s = q * q;
        TVector p = TVector.IsSingle
            ? Polynomial.Evaluate(s, -0.33333328, 0.19999708, -0.14280185, 0.11059935, -0.088158995, 0.06749812, -0.04477579, 0.022592694, -0.007335087, 0.0011159315)
            : Polynomial.Evaluate(s, AtanDouble);
        TVector cube = q * s;

        // The residual of 1/a, times the slope of the arctangent: 1/(1 + s), for which 1 − s/2 is near enough.
        TVector residual = TVector.NegatedMultiplyAdd(inverse, a, one) * inverse;
        TVector correction = TVector.MultiplyAdd(cube, p, residual * TVector.MultiplyAdd(s, TVector.Constant(-0.5), one));
        TVector quarter = TVector.Constant(TVector.IsSingle ? 1.5707963705062866 : 1.5707963267948966);
        TVector quarterLow = TVector.Constant(TVector.IsSingle ? -4.371138828673793e-08 : 6.123233995736766e-17);
        TVector difference = quarter - q;
        TVector large = difference + ((((quarter - difference) - q) + quarterLow) - correction);
        return TVector.CopySign(TVector.Select(isLarge, large, TVector.MultiplyAdd(cube, p, q)), x);
    }

    // (arctan(x)/x − 1)/x² in x², |x| ≤ 1, error 2⁻⁶².
    private static ReadOnlySpan<double> AtanDouble =>
    [
        -0.33333333333333326, 0.19999999999998228, -0.1428571428557152, 0.11111111105321989, -0.09090908949926395, 0.07692305414484485,
        -0.06666640645425097, 0.05882133338720808, -0.05261744623869181, 0.04754802181914063, -0.04319435467924185, 0.039084103884478374,
        -0.034623117503403286, 0.02922777292486494, -0.022703238709691282, 0.015603072330200939, -0.009106859223915765, 0.004321154569902009,
        -0.001583114400956399, 0.00041694623563747374, -6.988210351724453e-05, 5.578049949868861e-06,
    ];
}
