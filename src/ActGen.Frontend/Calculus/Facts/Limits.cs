namespace ActGen.Frontend.Calculus;

/// <summary>Limits at ±∞, by evaluation in double far out: a value, ±∞, or unknown (sin).</summary>
internal static class Limits
{
    /// <summary>2⁵⁴…2⁶²: beyond it x + 1 is x in double, before it squares and cubes overflow.</summary>
    private static readonly double[] FarOut = [.. Enumerable.Range(54, 9).Select(SamplePoints.Power)];

    /// <summary>sin(x)/x has no rhythm there, but a limit.</summary>
    private const double Vanishing = 1e-12;

    public static double? At(Expression expression, double[] parameters, int side)
    {
        double[] values = Evaluator.At(expression, [.. FarOut.Select(x => side * x)], parameters);
        double last = values[values.Length - 1];
        if (values.Any(double.IsNaN))
            return null;
        if (values.All(value => Math.Abs(value - last) <= 1e-12 * Math.Abs(last)))
            return Math.Abs(last) > 1e12 && !double.IsInfinity(last) ? null : Clean(last);
        if (values.All(value => Math.Abs(value) < Vanishing))
            return 0;
        bool grows = true, shrinks = true;
        for (int i = 1; i < values.Length; i++)
        {
            // Logarithms grow by the same step with every power of two.
            double step = Math.Abs(values[i]) - Math.Abs(values[i - 1]), before = i > 1 ? Math.Abs(values[i - 1]) - Math.Abs(values[i - 2]) : step;
            grows &= Math.Abs(values[i]) > 1.2 * Math.Abs(values[i - 1]) || double.IsInfinity(values[i]) || (step > 1e-6 && step > 0.999 * before);
            shrinks &= Math.Abs(values[i]) < 0.9 * Math.Abs(values[i - 1]);
        }
        return grows ? (last > 0 ? double.PositiveInfinity : double.NegativeInfinity) : shrinks ? 0 : null;
    }

    /// <summary>0.99999999999999989 is 1.</summary>
    private static double Clean(double value)
    {
        double rounded = Math.Round(value, 12);
        return Math.Abs(value - rounded) <= 4e-16 * Math.Abs(value) ? rounded : value == 0 ? 0 : value;
    }
}
