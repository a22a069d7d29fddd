namespace ActGen.Frontend.Calculus;

/// <summary>A denominator that passes through 0 between the points that are tried: 1/(x − 0.3).</summary>
internal static class PoleCheck
{
    /// <summary>Next to its zero a denominator makes f at least so large.</summary>
    private const double Huge = 1e5;

    public static string? Find(Formula formula, FormulaAnalysis analysis, double[] parameters)
    {
        var denominators = new HashSet<Expression>();
        foreach (Expression quotient in Lowering.Uses([analysis.Function]).Keys.Where(node => node.Operator == Operator.Divide))
            Factors(quotient[1]);
        if (denominators.Count == 0)
            return null;
        double[] grid = [.. SelfCheck.Points.OrderBy(x => x)];
        foreach (double zero in Breakpoints.Of(denominators.Select(u => Expression.Of(Operator.Abs, u)), parameters, grid))
        {
            double step = 1e-7 * Math.Max(1, Math.Abs(zero));
            double[] beside = Evaluator.At(analysis.Function, [zero - step, zero, zero + step], parameters);
            if (!RealMath.IsFinite(beside[1]) || Math.Abs(beside[0]) > Huge || Math.Abs(beside[2]) > Huge)
                return $"The value of '{formula.DisplayName}' has a pole at x = {SelfCheck.Number(zero)}, where it divides by 0: {Remedies.OfPole}";
        }
        return null;

        void Factors(Expression factor)
        {
            if (factor.Operator == Operator.Multiply)
            {
                Factors(factor[0]);
                Factors(factor[1]);
            }
            else if (Algebra.DependsOnInput(factor))
            {
                denominators.Add(factor);
            }
        }
    }
}
