namespace ActGen.CompilerServices;

/// <summary>x = n·π/2 + high + low with |high| ≤ π/4: the reduction of an angle, exact enough for every number of the format.</summary>
internal static class QuarterTurns
{
    /// <summary>Reduces a ≥ 0. ∞ and NaN give NaN.</summary>
    /// <param name="a">The angle in radians.</param>
    /// <param name="n">Quarter turns, an integer; modulo 4 where <paramref name="a"/> is large.</param>
    /// <param name="high">The rest, rounded.</param>
    /// <param name="low">What rounding took from it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Reduce<TVector>(TVector a, out TVector n, out TVector high, out TVector low)
        where TVector : unmanaged, ISimd<TVector>
    {
        // Cody and Waite (1980). n·π/2's first part leaves a multiple of a's unit that fits: exact. The second is subtracted with both of its errors.
        n = TVector.Round(a * TVector.Constant(TwoOverPi));
        TVector rest = TVector.MultiplyAdd(n, TVector.Constant(-First<TVector>()), a);
        TVector second = n * TVector.Constant(Second<TVector>());
        TVector secondError = TVector.MultiplySubtract(n, TVector.Constant(Second<TVector>()), second);
        TVector difference = TwoSum(rest, -second, out TVector error);
        low = TVector.MultiplyAdd(n, TVector.Constant(-Third<TVector>()), error - secondError);
        high = difference + low;
        low -= high - difference;

        TVector isLarge = TVector.GreaterThan(a, TVector.Constant(TVector.IsSingle ? 1 << 17 : 1 << 30));
        if (!TVector.Any(isLarge))
            return;
        ReduceLarge(a, out TVector largeN, out TVector largeHigh, out TVector largeLow);
        n = TVector.Select(isLarge, largeN, n);
        high = TVector.Select(isLarge, largeHigh, high);
        low = TVector.Select(isLarge, largeLow, low);
    }

    /// <summary>Lane mask: the integer n is odd.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector IsOdd<TVector>(TVector n)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector half = n * TVector.Constant(0.5);
        return TVector.GreaterThan(TVector.Abs(half - TVector.Round(half)), TVector.Zero);
    }

    // Payne and Hanek (1983), in floating point: a·(2/π) piece by piece, each exact product reduced modulo 4 (which leaves nothing of the
    // leading ones), summed in three terms. No float comes nearer to a multiple of π/2 than about 2⁻³⁰ (double: 2⁻⁶²); the sum is good to 2⁻⁷⁰ (2⁻¹²⁴).
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReduceLarge<TVector>(TVector a, out TVector n, out TVector high, out TVector low)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector scaled = a * TVector.Constant(TVector.IsSingle ? 7.888609052210118e-31 : 6.223015277861142e-61); // 2⁻¹⁰⁰, 2⁻²⁰⁰: the pieces carry the inverse
        TVector s0 = TVector.Zero, s1 = TVector.Zero, s2 = TVector.Zero;
        foreach (double piece in TVector.IsSingle ? SinglePieces : DoublePieces)
        {
            TVector p = scaled * TVector.Constant(piece);
            TVector error = TVector.MultiplySubtract(scaled, TVector.Constant(piece), p);
            s0 = TwoSum(s0, ModuloFour(p), out TVector carry);
            s1 = TwoSum(s1, carry, out carry);
            s2 += carry;
            s0 = TwoSum(s0, ModuloFour(error), out carry);
            s1 = TwoSum(s1, carry, out carry);
            s2 += carry;
        }

        n = TVector.Round(s0);
        TVector turns = TwoSum(s0 - n, s1, out TVector turnsLow);
        turnsLow += s2;
        TVector f = turns + turnsLow;
        turnsLow -= f - turns;
        TVector product = f * TVector.Constant(First<TVector>());
        TVector productError = TVector.MultiplySubtract(f, TVector.Constant(First<TVector>()), product);
        low = TVector.MultiplyAdd(f, TVector.Constant(Second<TVector>()), TVector.MultiplyAdd(turnsLow, TVector.Constant(First<TVector>()), productError));
        high = product + low;
        low -= high - product;
    }

    // Exact: a remainder has no finer unit and no larger magnitude.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ModuloFour<TVector>(TVector value)
        where TVector : unmanaged, ISimd<TVector> =>
        TVector.MultiplyAdd(TVector.Round(value * TVector.Constant(0.25)), TVector.Constant(-4), value);

    // a + b = sum + error, without rounding (Knuth).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector TwoSum<TVector>(TVector a, TVector b, out TVector error)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector sum = a + b;
        TVector part = sum - a;
        error = (a - (sum - part)) + (b - part);
        return sum;
    }

    private const double TwoOverPi = 0.6366197723675814;

    // π/2 in three parts of the format's own precision.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double First<TVector>()
        where TVector : unmanaged, ISimd<TVector> => TVector.IsSingle ? 1.5707963705062866 : 1.5707963267948966;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Second<TVector>()
        where TVector : unmanaged, ISimd<TVector> => TVector.IsSingle ? -4.371138828673793e-08 : 6.123233995736766e-17;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Third<TVector>()
        where TVector : unmanaged, ISimd<TVector> => TVector.IsSingle ? -1.7151245100058819e-15 : -1.4973849048591698e-33;

    // 2/π in pieces of 24 bits, times 2¹⁰⁰.
    private static ReadOnlySpan<double> SinglePieces =>
    [
        8.070114040024192e+29, 3.2556503691862806e+22, 372321051213824.0, 41254160.0, 15.325406074523926, 7.184481773947482e-07,
        3.321755576764923e-14, 8.941953688152858e-22, 2.0062146211608267e-28,
    ];

    // 2/π in pieces of 53 bits, times 2²⁰⁰.
    private static ReadOnlySpan<double> DoublePieces =>
    [
        1.0230085319449646e+60, 1.1516113316819946e+44, 1.636130385815019e+28, 1358343193086.3179, 5.602062062373285e-05, 7.71447463765119e-21,
        1.8472517870813544e-38, 1.891111801130701e-52, 6.03518320734665e-69, 2.6677448732289975e-84, 3.4397626741732307e-100, 3.9837440029748285e-116,
        1.624180225205116e-132, 1.9664481955930104e-148, 3.511006399319722e-164, 2.7356739367952825e-180, 4.2410521266334644e-196, 8.643318652325463e-212,
        7.495664785816228e-228, 1.1384144142191172e-243, 8.392105222947454e-260, 5.542313502515735e-276,
    ];
}
