namespace ActGen.Frontend.Calculus;

/// <summary>Moments of f(√q z) and f′(√q z) over a standard normal z, six significant digits each: what initialisation and
/// signal propagation ask of a formula. NaN or ∞ where an integral has no value.</summary>
/// <param name="Mean">E f.</param>
/// <param name="MeanSquare">E f².</param>
/// <param name="Spread">κ = Var(f²)/(E f²)²: how far one unit's square lies from the mean.</param>
/// <param name="Slope">s = d ln E f² / d ln q: by which power errors of the input's scale are passed on.</param>
/// <param name="DerivativeMeanSquare">E f′².</param>
/// <param name="DerivativeSpread">Var(f′²)/(E f′²)².</param>
/// <param name="DerivativeSlope">d ln E f′² / d ln q.</param>
/// <param name="DeadShare">P(f′ = 0).</param>
internal sealed record FormulaMoments(
    double Mean,
    double MeanSquare,
    double Spread,
    double Slope,
    double DerivativeMeanSquare,
    double DerivativeSpread,
    double DerivativeSlope,
    double DeadShare)
{
    /// <summary>The moments where each element draws one of several functions.</summary>
    /// <param name="parts">The functions' moments and probabilities, which add up to 1.</param>
    public static FormulaMoments Mixture(IReadOnlyList<(double Probability, FormulaMoments Moments)> parts)
    {
        double square = Sum(m => m.MeanSquare), slopes = Sum(m => m.DerivativeMeanSquare);
        return new(
            Sum(m => m.Mean),
            Quadrature.RoundToSixDigits(square),
            Spread(square, m => (m.Spread + 1) * m.MeanSquare * m.MeanSquare),
            Share(square, m => m.Slope * m.MeanSquare),
            Quadrature.RoundToSixDigits(slopes),
            Spread(slopes, m => (m.DerivativeSpread + 1) * m.DerivativeMeanSquare * m.DerivativeMeanSquare),
            Share(slopes, m => m.DerivativeSlope * m.DerivativeMeanSquare),
            Sum(m => m.DeadShare));

        double Sum(Func<FormulaMoments, double> of) => parts.Sum(part => part.Probability * of(part.Moments));

        double Share(double whole, Func<FormulaMoments, double> of) => whole > 0 ? Quadrature.RoundToSixDigits(Sum(of) / whole) : 0;

        double Spread(double whole, Func<FormulaMoments, double> fourth) => whole > 0 ? Quadrature.RoundToSixDigits(Math.Max((Sum(fourth) / whole / whole) - 1, 0)) : 0;
    }
}
