namespace ActGen.Frontend.Calculus;

/// <summary>What the float kernel loses against double: more than 64 units in the last place of f, or 10⁻⁵ of the largest f′. A loss that
/// rounding x itself would cause (sin 30x) is nobody's fault.</summary>
internal static class DigitCheck
{
    private const double Unit = 1.1920929e-7; // 2⁻²³
    private const double MostOfValue = 64 * Unit;
    private const double MostOfSlope = 1e-5;
    private const double Rounding = 4 * Unit;

    /// <summary>Results near the denormals have fewer digits anyway.</summary>
    private const double Tiny = 1e-36;

    public static string? Find(Formula formula, FormulaAnalysis analysis, double[] parameters)
    {
        double[] points = SelfCheck.Points;
        // In double the kernel is the reference: its forms do not cancel there either.
        double[] values = Evaluator.At(analysis.Kernel.Forward, points, parameters), slopes = Evaluator.At(analysis.Kernel.Derivative, points, parameters);
        // Near a zero at 0 digits count; one elsewhere is where rounding puts it.
        double floor = Evaluator.At(analysis.Kernel.Forward, 0, parameters) == 0 ? 0 : 1;
        double[] found = Evaluator.At(analysis.Kernel.Forward, points, parameters, Arithmetic.Single);
        for (int i = 0; i < points.Length; i++)
        {
            double error = Math.Abs(found[i] - values[i]), felt = Rounding * Math.Max(floor, Math.Abs(points[i])) * Math.Abs(slopes[i]);
            if (error > (MostOfValue * Math.Abs(values[i])) + felt + Tiny)
                return Lost("value", points[i], $"{SelfCheck.Number(found[i])} instead of {SelfCheck.Number(values[i])}");
        }

        double largest = slopes.Where(SelfCheck.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        double[] foundSlopes = Evaluator.At(analysis.Kernel.Derivative, points, parameters, Arithmetic.Single);
        double[] right = Evaluator.At(analysis.Kernel.Derivative, [.. points.Select(x => x * (1 + Unit))], parameters), left = Evaluator.At(analysis.Kernel.Derivative, [.. points.Select(x => x * (1 - Unit))], parameters);
        for (int i = 0; i < points.Length; i++)
        {
            // Where f′ grows without bound, relative to itself.
            double scale = largest > 1e4 ? Math.Max(1, Math.Abs(slopes[i])) : largest;
            double felt = 2 * Math.Max(Math.Abs(right[i] - slopes[i]), Math.Abs(left[i] - slopes[i]));
            if (Math.Abs(foundSlopes[i] - slopes[i]) > (MostOfSlope * scale) + felt + Tiny)
                return Lost("derivative", points[i], $"{SelfCheck.Number(foundSlopes[i])} instead of {SelfCheck.Number(slopes[i])}");
        }
        return null;

        string Lost(string what, double x, string numbers) =>
            $"The {what} of '{formula.DisplayName}' loses its digits at x = {SelfCheck.Number(x)}, where parts of it cancel: float computes {numbers}; write it with functions that do not cancel, such as Expm1, Log1p, Sigmoid, Softplus, Tanh and Erfc";
    }
}
