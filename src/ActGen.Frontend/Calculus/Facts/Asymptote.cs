namespace ActGen.Frontend.Calculus;

/// <summary>How a function behaves towards one end of the axis.</summary>
internal enum AsymptoteKind
{
    /// <summary>No limit: sin.</summary>
    None,

    /// <summary>A finite limit.</summary>
    Value,

    /// <summary>A line a·x + b with a ≠ 0.</summary>
    Linear,

    /// <summary>±∞, and not along a line: x², eˣ, ln x.</summary>
    Infinite,
}

/// <summary>Behaviour towards −∞ or +∞.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Value">The limit of f: finite, or ±∞; NaN where there is none.</param>
/// <param name="Slope">a of a line, else 0.</param>
/// <param name="Intercept">b of a line, else 0.</param>
internal sealed record Asymptote(AsymptoteKind Kind, double Value, double Slope = 0, double Intercept = 0)
{
    private static readonly double[] ForIntercept = [SamplePoints.Power(17), SamplePoints.Power(19), SamplePoints.Power(20)];

    /// <param name="function">f.</param>
    /// <param name="derivative">f′.</param>
    /// <param name="parameters">Actual values.</param>
    /// <param name="side">−1 or +1.</param>
    public static Asymptote Of(Expression function, Expression derivative, double[] parameters, int side)
    {
        if (Limits.At(function, parameters, side) is not { } limit)
            return new(AsymptoteKind.None, double.NaN);
        if (!double.IsInfinity(limit))
            return new(AsymptoteKind.Value, Quadrature.RoundToSixDigits(limit) + 0.0);
        if (Limits.At(derivative, parameters, side) is not { } slope || slope == 0 || double.IsInfinity(slope))
            return new(AsymptoteKind.Infinite, limit);
        double[] points = [.. ForIntercept.Select(x => side * x)];
        double[] intercepts = [.. Evaluator.At(function, points, parameters).Select((value, i) => value - (slope * points[i]))];
        double last = intercepts[intercepts.Length - 1];
        // ln(1 + eˣ) + ln x leaves every line.
        if (!intercepts.All(intercept => Math.Abs(intercept - last) <= 1e-4 * Math.Max(1, Math.Abs(last))))
            return new(AsymptoteKind.Infinite, limit);
        double rounded = Math.Round(last, 4);
        return new(AsymptoteKind.Linear, limit, Quadrature.RoundToSixDigits(slope),
            Math.Abs(rounded - last) <= 1e-5 ? rounded : Quadrature.RoundToSixDigits(last));
    }
}
