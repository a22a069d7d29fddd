namespace ActGen.Frontend.Calculus;

/// <summary>Parameters for which a formula is no longer what it is by default: no function at all, constant, or torn apart.</summary>
internal static class DomainCheck
{
    /// <summary>Steps of ⅛ within ±4: where normal inputs are, the places included at which people divide by 0.</summary>
    private static readonly double[] Ordinary = [.. Enumerable.Range(-32, 65).Select(i => i / 8.0)];

    /// <summary>A jump, relative to the values beside it.</summary>
    private const double Jump = 1e-6;

    /// <summary>The ordinary input nearest to 0 at which the value is no finite number, or null: there is no such layer.</summary>
    public static double? Undefined(Formula formula, double[] parameters)
    {
        double[] values = Evaluator.At(FormulaAnalysis.Of(formula).Function, Ordinary, parameters);
        int[] faults = [.. Enumerable.Range(0, values.Length).Where(i => !RealMath.IsFinite(values[i]))];
        return faults.Length == 0 ? null : faults.Select(i => Ordinary[i]).OrderBy(Math.Abs).First();
    }

    public static string? Find(Formula formula, FormulaAnalysis analysis, double[] parameters)
    {
        if (parameters.SequenceEqual(formula.Defaults.Select(value => (double)(float)value)))
            return null;
        if (IsConstant(parameters) && !IsConstant(formula.Defaults))
            return $"'{formula.DisplayName}' is the same number for every x, so that its derivative is 0 and no gradient passes; by default it is not";
        // Wrong signs tear formulas apart (x > λ ? x − λ : …); a formula of thresholds jumps with positive values too.
        if (parameters.Any(value => value < 0) && FirstJump(parameters) is { } x && Positive(formula.Parameters.Count).All(values => FirstJump(values) is null))
            return $"The value of '{formula.DisplayName}' jumps at x = {SelfCheck.Number(x)}, which it does for no positive parameters";
        return null;

        bool IsConstant(double[] values) =>
            Evaluator.At(analysis.Derivative, SelfCheck.Points, values).All(slope => slope == 0);

        double? FirstJump(double[] values)
        {
            double[] places = Breakpoints.Of([analysis.Function], values, Samples.Grid);
            double[] below = Evaluator.At(analysis.Function, [.. places.Select(place => place - Beside(place))], values);
            double[] above = Evaluator.At(analysis.Function, [.. places.Select(place => place + Beside(place))], values);
            return Enumerable.Range(0, places.Length)
                .Where(i => Math.Abs(above[i] - below[i]) > Jump * Math.Max(1, Math.Abs(below[i])))
                .Select(i => (double?)places[i]).FirstOrDefault();
        }
    }

    private static double Beside(double place) => 1e-9 * Math.Max(1, Math.Abs(place));

    private static IEnumerable<double[]> Positive(int count) => SamplePoints.OfParameters(count).Where(values => values.All(value => value >= 0));
}
