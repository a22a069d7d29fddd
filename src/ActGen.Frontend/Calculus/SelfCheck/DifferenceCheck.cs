namespace ActGen.Frontend.Calculus;

/// <summary>The derivative against differences of fourth order in double; beside a kink or jump, of second order on either side.</summary>
internal static class DifferenceCheck
{
    private const double Tolerance = 1e-5;

    /// <summary>Off the round numbers, where kinks are.</summary>
    private static readonly double[] Grid =
    [
        .. Enumerable.Range(-60, 121).Select(i => (i * 0.1337) + 0.00731),
        .. Enumerable.Range(-20, 29).SelectMany(k => new[] { 1.37 * SamplePoints.Power(k), -1.37 * SamplePoints.Power(k) }),
    ];

    public static string? Find(Formula formula, FormulaAnalysis analysis, double[] parameters)
    {
        double[] breakpoints = Breakpoints.Of([analysis.Function, analysis.Derivative], parameters, Samples.Grid);
        double[] points = [.. Grid.Where(x => breakpoints.All(b => Math.Abs(x - b) > 3 * Step(x)))];
        return Compare(points, [-2, -1, 1, 2], [1.0 / 12, -8.0 / 12, 8.0 / 12, -1.0 / 12])
            ?? Compare([.. breakpoints.Select(Above)], [0, 1, 2], [-1.5, 2, -0.5])
            ?? Compare([.. breakpoints.Select(Below)], [0, -1, -2], [1.5, -2, 0.5])
            ?? AtBreakpoints();

        string? Compare(double[] centres, double[] offsets, double[] weights)
        {
            double[] slopes = Evaluator.At(analysis.Derivative, centres, parameters);
            double[] coarse = Differences(1), fine = Differences(0.25);
            for (int i = 0; i < centres.Length; i++)
            {
                // What the two steps disagree by is the differences' own error.
                double error = Math.Abs(slopes[i] - fine[i]), own = 4 * Math.Abs(coarse[i] - fine[i]);
                if (error > own + (Tolerance * Math.Max(1, Math.Abs(slopes[i]))))
                {
                    (string slope, string difference) = SelfCheck.Apart(slopes[i], fine[i]);
                    return $"The derivative of '{formula.DisplayName}' is {slope} at x = {SelfCheck.Number(centres[i])}, but differences of its value say {difference}: {Remedies.OfCancellation(analysis.Function, centres[i], parameters)}";
                }
            }
            return null;

            double[] Differences(double scale)
            {
                double[] values = Evaluator.At(analysis.Function, [.. centres.SelectMany(x => offsets.Select(offset => x + (offset * scale * Step(x))))], parameters);
                return [.. centres.Select((x, i) => weights.Select((weight, j) => weight * values[(i * offsets.Length) + j]).Sum() / (scale * Step(x)))];
            }
        }

        // Where f has one slope on both sides it is the slope between them. Values at which kinks happen to meet (soft shrink at 0) are no fault of the formula.
        string? AtBreakpoints()
        {
            if (!parameters.SequenceEqual(formula.Defaults.Select(value => (double)(float)value)))
                return null;
            double[] sides = [.. breakpoints.Select(Below), .. breakpoints.Select(Above)];
            double[] values = Evaluator.At(analysis.Function, sides, parameters), slopes = Evaluator.At(analysis.Derivative, sides, parameters);
            double[] between = Evaluator.At(analysis.Derivative, breakpoints, parameters);
            for (int i = 0, j = breakpoints.Length; i < breakpoints.Length; i++, j++)
            {
                if (!Differ(values[i], values[j]) && !Differ(slopes[i], slopes[j]) && Differ(between[i], slopes[i]))
                {
                    (string there, string beside) = SelfCheck.Apart(between[i], slopes[i]);
                    return $"The derivative of '{formula.DisplayName}' is {there} at x = {SelfCheck.Number(breakpoints[i])}, but {beside} on both sides: parts of the formula change there at once; write it with one condition";
                }
            }
            return null;
        }
    }

    private static bool Differ(double a, double b) => Math.Abs(a - b) > Tolerance * Math.Max(1, Math.Abs(b));

    private static double Step(double x) => 1e-3 * Math.Max(0.01, Math.Min(Math.Abs(x), 10));

    private static double Above(double kink) => kink + (1e-9 * Math.Max(1, Math.Abs(kink)));

    private static double Below(double kink) => kink - (1e-9 * Math.Max(1, Math.Abs(kink)));
}
