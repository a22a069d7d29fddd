namespace ActGen.Frontend.Calculus;

/// <summary>What the float kernel loses against the function in double: more than 64 units in the last place of f, or 10⁻⁵ of the largest f′. A loss that
/// rounding x itself would cause (sin 30x) is nobody's fault.</summary>
internal static class DigitCheck
{
    private const double Unit = 1.1920929e-7; // 2⁻²³
    private const double MostOfValue = 64 * Unit;
    private const double MostOfSlope = 1e-5;
    private const double Rounding = 4 * Unit;

    private const double SmallestNormal = 1.17549435e-38; // 2⁻¹²⁶

    /// <summary>Results near the denormals have fewer digits anyway.</summary>
    private const double Tiny = 1e-36;

    public static string? Find(Formula formula, FormulaAnalysis analysis, double[] parameters) =>
        Find(formula.DisplayName, (analysis.Function, analysis.Kernel.Forward), (analysis.Derivative, analysis.Kernel.Derivative), parameters);

    /// <param name="name">Of the formula.</param>
    /// <param name="function">f, plain and as it is computed.</param>
    /// <param name="derivative">f′ likewise.</param>
    /// <param name="parameters">Actual values.</param>
    public static string? Find(string name, (Expression Plain, Expression Kernel) function, (Expression Plain, Expression Kernel) derivative, double[] parameters)
    {
        double[] points = SelfCheck.Points;
        double[] values = Reference.Of(function.Plain, function.Kernel, points, parameters), slopes = Reference.Of(derivative.Plain, derivative.Kernel, points, parameters);
        // Near a zero at 0 digits count; one elsewhere is where rounding puts it.
        double floor = Evaluator.At(function.Kernel, 0, parameters) == 0 ? 0 : 1;
        double[] found = Evaluator.At(function.Kernel, points, parameters, Arithmetic.Single);
        for (int i = 0; i < points.Length; i++)
        {
            double error = Math.Abs(found[i] - values[i]), felt = Rounding * Math.Max(floor, Math.Abs(points[i])) * Math.Abs(slopes[i]);
            if (error > (MostOfValue * Math.Abs(values[i])) + felt + Tiny)
                return Lost("value", function.Kernel, points[i], found[i], values[i]);
        }

        double largest = slopes.Where(RealMath.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        double[] foundSlopes = Evaluator.At(derivative.Kernel, points, parameters, Arithmetic.Single);
        for (int i = 0; i < points.Length; i++)
        {
            // Where f′ grows without bound, relative to itself.
            double scale = largest > 1e4 ? Math.Max(1, Math.Abs(slopes[i])) : largest, error = Math.Abs(foundSlopes[i] - slopes[i]);
            if (error > (MostOfSlope * scale) + Tiny && error > (MostOfSlope * scale) + Felt(points[i], slopes[i]) + Tiny)
                return Lost("derivative", derivative.Kernel, points[i], foundSlopes[i], slopes[i]);
        }
        return null;

        // What rounding x would do. Products of denormals are rounded by more than their share, so that Min(x / 2, 0) has its kink beside 0.
        double Felt(double x, double slope)
        {
            double step = Math.Abs(x) < SmallestNormal ? 2 * SmallestNormal : Unit * Math.Abs(x);
            return 2 * Reference.Of(derivative.Plain, derivative.Kernel, [x + step, x - step], parameters).Max(beside => Math.Abs(beside - slope));
        }

        string Lost(string what, Expression kernel, double x, double inFloat, double exact)
        {
            (string one, string other) = SelfCheck.Apart(inFloat, exact);
            return $"The {what} of '{name}' loses its digits at x = {SelfCheck.Number(x)}, where parts of it cancel: float computes {one} instead of {other}; {Remedies.OfCancellation(kernel, x, parameters)}";
        }
    }
}
