namespace ActGen;

/// <summary>cos(πx) with plain arithmetic: the platform's cosine has other bits on other systems, and schedules reach the weights.</summary>
internal static class CosinePi
{
    /// <summary>cos(πx) for x in [0, 1], absolute error below 1e-15; exact at 0, ½ and 1.</summary>
    public static double Of(double x) => x > 0.5 ? -FirstQuadrant(1 - x) : FirstQuadrant(x);

    private static double FirstQuadrant(double x) => x <= 0.25 ? Cosine(double.Pi * x) : Sine(double.Pi * (0.5 - x));

    // Taylor series on [0, π/4]: the first terms left out are below 5e-17.
    private static double Cosine(double angle)
    {
        double square = angle * angle, term = 1, sum = 0;
        for (int n = 1; n <= 15; n += 2)
        {
            sum += term;
            term *= -square / (n * (n + 1));
        }
        return sum + term;
    }

    private static double Sine(double angle)
    {
        double square = angle * angle, term = angle, sum = 0;
        for (int n = 2; n <= 14; n += 2)
        {
            sum += term;
            term *= -square / (n * (n + 1));
        }
        return sum + term;
    }
}
