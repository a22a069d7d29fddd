namespace ActGen.CompilerServices;

/// <summary>Φ⁻¹, the inverse of the normal distribution function: algorithm AS 241 (PPND16) of M. J. Wichura, "The percentage
/// points of the normal distribution", Applied Statistics 37 (1988) 477–484; relative accuracy about 1e-16.</summary>
internal static class NormalQuantile
{
    /// <summary>The x with Φ(x) = <paramref name="p"/>.</summary>
    /// <param name="p">From 2⁻³³ to 1 − 2⁻³³, all that a random word gives; the algorithm's third range, below e⁻²⁵, is left out.</param>
    public static double Of(double p)
    {
        double q = p - 0.5;
        if (double.Abs(q) <= 0.425)
        {
            double central = 0.180625 - (q * q);
            return q * Ratio(central, CentralNumerator, CentralDenominator);
        }

        double r = double.Sqrt(-VectorMath.Log(new SimdScalar<double>(q < 0 ? p : 1 - p)).Value);
        double tail = Ratio(r - 1.6, TailNumerator, TailDenominator);
        return q < 0 ? -tail : tail;
    }

    private static double Ratio(double x, ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator) =>
        Polynomial(x, numerator) / Polynomial(x, denominator);

    private static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            sum = (sum * x) + coefficients[i];
        return sum;
    }

    // Coefficients in ascending powers, as published.
    private static ReadOnlySpan<double> CentralNumerator =>
    [
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ];

    private static ReadOnlySpan<double> CentralDenominator =>
    [
        1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
    ];

    private static ReadOnlySpan<double> TailNumerator =>
    [
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> TailDenominator =>
    [
        1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];
}
