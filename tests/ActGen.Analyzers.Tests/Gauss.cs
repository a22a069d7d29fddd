namespace ActGen.Analyzers.Tests;

/// <summary>Means over a standard normal variable by the trapezoid rule in doubles: the other way to the numbers in messages.</summary>
internal static class Gauss
{
    public static double Mean(Func<double, double> f)
    {
        const double Step = 1.0 / 256;
        double sum = 0;
        for (double z = -10; z <= 10; z += Step)
            sum += f(z) * Math.Exp(-z * z / 2);
        return sum * Step / Math.Sqrt(2 * Math.PI);
    }

    /// <summary>√E f².</summary>
    public static double Rms(Func<double, double> f) => Math.Sqrt(Mean(z => f(z) * f(z)));
}
