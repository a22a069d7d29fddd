namespace ActGen.Frontend.Calculus;

/// <summary>The kernel leaves the numbers where pre-activations can be, or the formula as written does so where the kernel is saved by a
/// stable function that the compiler found.</summary>
internal static class NonFiniteCheck
{
    private const string Advice = "write it with functions that stay finite, such as Sigmoid, Softplus, LogSigmoid, Tanh, Expm1, Log1p, Min and Max";

    /// <summary>What simplification can find in a formula that was written with Exp, Log and quotients.</summary>
    private static readonly Operator[] StableFunctions = [Operator.Softplus, Operator.LogSigmoid, Operator.Sigmoid, Operator.Expm1, Operator.Log1p];

    public static string? Find(Formula formula, FormulaAnalysis analysis, double[] parameters) =>
        Find(formula, parameters, analysis.Kernel.Forward, "value", Advice)
        ?? Find(formula, parameters, analysis.Kernel.Derivative, "derivative", Advice)
        ?? (Remedy(formula.Expression, analysis.Function) is { } stable ? Find(formula, parameters, formula.Expression, "value", $"use {stable}") : null);

    private static Operator? Remedy(Expression written, Expression simplified) => StableFunctions
        .Where(function => Uses(simplified, function) && !Uses(written, function)).Select(function => (Operator?)function).FirstOrDefault();

    private static bool Uses(Expression expression, Operator function) =>
        expression.Operator == function || expression.Arguments.Any(argument => Uses(argument, function));

    private static string? Find(Formula formula, double[] parameters, Expression kernel, string what, string advice)
    {
        double[] points = SelfCheck.Points, values = At(points);
        int first = Array.FindIndex(values, value => !SelfCheck.IsFinite(value));
        if (first < 0)
            return null;
        return $"The {what} of '{formula.DisplayName}' {Place(points[first])}: {advice}";

        double[] At(params double[] inputs) => Evaluator.At(kernel, inputs, parameters, Arithmetic.Single);

        string Place(double fault)
        {
            // Between the last good point on the way out and this one lies the edge.
            double good = points.Where(x => Math.Sign(x) == Math.Sign(fault) && Math.Abs(x) < Math.Abs(fault)).DefaultIfEmpty(0).Last();
            bool isRegion = fault != 0 && !SelfCheck.IsFinite(At(fault * 1.001)[0]);
            for (int i = 0; i < 60 && isRegion; i++)
            {
                double middle = (good + fault) / 2;
                if (SelfCheck.IsFinite(At(middle)[0]))
                    good = middle;
                else
                    fault = middle;
            }
            string manner = double.IsNaN(At(fault)[0]) ? "is not a number" : "overflows";
            return $"{manner} {(!isRegion ? "at" : fault > 0 ? "above" : "below")} x = {SelfCheck.Number(fault)}";
        }
    }
}
