namespace ActGen.Frontend.Calculus;

/// <summary>The logarithm of a gamma distributed number with mean 1.</summary>
internal static class GammaLogarithm
{
    /// <summary>Mean ψ(a) − ln a and variance ψ′(a) for shape a; 0 and 0 for a = ∞.</summary>
    public static (double Mean, double Variance) Moments(double shape)
    {
        if (double.IsNaN(shape) || shape <= 0)
            return (double.NaN, double.NaN);
        if (shape > 1e9)
            return (0, 0);
        // ψ(a) = ψ(a + 1) − 1/a up to where the asymptotic series holds (Abramowitz & Stegun 6.3.5, 6.3.18, 6.4.12).
        double digamma = 0, trigamma = 0, a = shape;
        for (; a < 8; a++)
        {
            digamma -= 1 / a;
            trigamma += 1 / (a * a);
        }
        double r = 1 / (a * a);
        digamma += RealMath.Log(a) - (0.5 / a) - (r * ((1.0 / 12) - (r * ((1.0 / 120) - (r / 252)))));
        trigamma += (1 / a) + (r / 2) + (r / a * ((1.0 / 6) - (r * ((1.0 / 30) - (r / 42)))));
        return (digamma - RealMath.Log(shape), trigamma);
    }
}
