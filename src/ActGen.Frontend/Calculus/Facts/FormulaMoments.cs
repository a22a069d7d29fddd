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
    double DeadShare);
