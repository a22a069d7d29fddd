namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>Φ(x), the normal distribution function, its lower tail included.</summary>
    /// <remarks>Φ(−a) = e^(−a²/2)·M(a), M being Mills' ratio; Φ(a) = 1 − Φ(−a). ½ at 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NormalCdf<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector a = TVector.Abs(x);
        TVector clamped = ClampedForDensity(a);
        GaussianExponential(clamped, -0.5, out TVector n, out TVector t);
        return CdfOf(x, a, Tail(clamped, n, t));
    }

    /// <summary>Φ(x) and φ(x) from one exponential.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NormalCdf<TVector>(TVector x, out TVector density)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector a = TVector.Abs(x);
        TVector clamped = ClampedForDensity(a);
        GaussianExponential(clamped, -0.5, out TVector n, out TVector t);
        density = Density(n, t);
        return CdfOf(x, a, Tail(clamped, n, t));
    }

    /// <summary>φ(x), the normal density.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NormalPdf<TVector>(TVector x)
        where TVector : unmanaged, ISimd<TVector>
    {
        GaussianExponential(ClampedForDensity(TVector.Abs(x)), -0.5, out TVector n, out TVector t);
        return Density(n, t);
    }

    // 1 − Φ(a) for a ≥ ½, where its relative accuracy does not matter: 1 − erf(x) = 2·(1 − Φ(√2·x)).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector NormalTail<TVector>(TVector a)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector clamped = ClampedForDensity(a);
        GaussianExponential(clamped, -0.5, out TVector n, out TVector t);
        return Tail(clamped, n, t);
    }

    // Φ(x) from Φ(−a), a = |x|. In double M is not made for a below ½: ½ + x·P(x²) there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector CdfOf<TVector>(TVector x, TVector a, TVector tail)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector half = TVector.Constant(0.5);
        TVector cdf = TVector.Select(TVector.GreaterThan(TVector.Zero, x), tail, TVector.Constant(1) - tail);
        return TVector.IsSingle
            ? cdf
            : TVector.Select(TVector.GreaterThan(half, a), TVector.MultiplyAdd(x, Polynomial.Evaluate(a * a, NormalCdfDouble), half), cdf);
    }

    // (1 + t)·2ⁿ/√(2π), 1/√(2π) = c + d: (c + d)·(1 + t) with one rounding that matters.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Density<TVector>(TVector n, TVector t)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector c = TVector.Constant(TVector.IsSingle ? 0.3989422917366028 : 0.3989422804014327);
        TVector d = TVector.Constant(TVector.IsSingle ? -1.1335170135851058e-08 : -2.49232720227773e-17);
        return TVector.ScaleByPowerOfTwo(c + TVector.MultiplyAdd(c, t, d), n);
    }

    // M(a)·2ⁿ·(1 + t).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Tail<TVector>(TVector a, TVector n, TVector t)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector mills = MillsRatio(a);
        return TVector.ScaleByPowerOfTwo(TVector.MultiplyAdd(mills, t, mills), n);
    }

    // M(a); in double p/(a + 5), the quotient corrected.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector MillsRatio<TVector>(TVector a)
        where TVector : unmanaged, ISimd<TVector>
    {
        if (TVector.IsSingle)
            return MillsTable.Evaluate(a);
        TVector shift = TVector.Constant(5);
        TVector denominator = a + shift;
        TVector inverse = TVector.Constant(1) / denominator;
        TVector p = Polynomial.Evaluate((a - shift) * inverse, MillsDouble);
        return CorrectedQuotient(p, denominator, a - (denominator - shift), inverse);
    }

    // numerator/(denominator + denominatorError) from the rounded 1/denominator.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector CorrectedQuotient<TVector>(TVector numerator, TVector denominator, TVector denominatorError, TVector inverse)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector q = numerator * inverse;
        TVector residual = TVector.NegatedMultiplyAdd(q, denominatorError, TVector.NegatedMultiplyAdd(q, denominator, numerator));
        return TVector.MultiplyAdd(residual, inverse, q);
    }

    // From here on the density and the tail are 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ClampedForDensity<TVector>(TVector a)
        where TVector : unmanaged, ISimd<TVector> => TVector.AtMost(a, TVector.Constant(TVector.IsSingle ? 14.6 : 39));

    // e^(c·a²) = 2ⁿ·(1 + t), c a power of two, from the unrounded square: without its low part the relative error is 64 ULP at c·a² = −100.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void GaussianExponential<TVector>(TVector a, double c, out TVector n, out TVector t)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector factor = TVector.Constant(c);
        TVector square = a * a;
        TVector squareError = TVector.MultiplySubtract(a, a, square);
        Exponential.Reduce(factor * square, out n, out TVector high, out TVector low);
        t = Exponential.MinusOne(high, TVector.MultiplyAdd(factor, squareError, low));
    }

    // (a + 5)·M(a) in u = (a − 5)/(a + 5), a in [0.49, 39], error 2⁻⁵⁵.
    private static ReadOnlySpan<double> MillsDouble =>
    [
        0.769193049750063, -0.6653825028900571, 0.49530561596997524, -0.3135331566712609, 0.1650203661703925, -0.06911863870779736,
        0.020795066800408865, -0.002993376747401031, -0.0007978694095985804, 0.0005448988677763162, -5.9375631234572594e-05,
        -4.976180455476284e-05, 1.6680755044436017e-05, 3.9776540379970155e-06, -2.7679816958187554e-06, -3.300041561384414e-07,
        4.3098561802851823e-07, 3.400390537225605e-08, -6.387261425479017e-08, -3.5058033532788222e-09, 6.669088094338915e-09,
    ];

    // (Φ(x) − ½)/x in x², |x| ≤ ½, error 2⁻⁵⁹.
    private static ReadOnlySpan<double> NormalCdfDouble =>
    [
        0.3989422804014327, -0.06649038006690923, 0.009973557010236733, -0.0011873282207587636, 0.00011543476652405031,
        -9.445371652642611e-06, 6.69977007059567e-07, -5.478511601148811e-08, 2.7663960678285015e-08, -2.0319843688048796e-08,
    ];
}
