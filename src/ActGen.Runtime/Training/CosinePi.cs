using ActGen.CompilerServices;

namespace ActGen;

/// <summary>cos(πx), exact where schedules begin, turn and end: the product with π is not.</summary>
internal static class CosinePi
{
    /// <summary>cos(πx) for x in [0, 1], absolute error below 1e-15; exact at 0, ½ and 1.</summary>
    public static double Of(double x) => x > 0.5 ? -FirstQuadrant(1 - x) : FirstQuadrant(x);

    private static double FirstQuadrant(double x) => x <= 0.25 ? RealMath.Cos(double.Pi * x) : RealMath.Sin(double.Pi * (0.5 - x));
}
