namespace ActGen.Frontend.Calculus;

/// <summary>The kernel leaves the numbers where pre-activations can be, or the formula as written does so where the kernel is saved by a
/// stable function that the compiler found.</summary>
internal static class NonFiniteCheck
{
    /// <summary>What simplification can find in a formula that was written with Exp, Log and quotients.</summary>
    private static readonly Operator[] StableFunctions = [Operator.Softplus, Operator.LogSigmoid, Operator.Sigmoid, Operator.Expm1, Operator.Log1p];

    public static string? Find(Formula formula, FormulaAnalysis analysis, double[] parameters) =>
        Find(formula, parameters, analysis.Kernel.Forward, "value")
        ?? Find(formula, parameters, analysis.Kernel.Derivative, "derivative")
        ?? (Remedy(formula.Expression, analysis.Function) is { } stable ? Find(formula, parameters, formula.Expression, "value", $"use {stable}") : null);

    private static Operator? Remedy(Expression written, Expression simplified) => StableFunctions
        .Where(function => Uses(simplified, function) && !Uses(written, function)).Select(function => (Operator?)function).FirstOrDefault();

    private static bool Uses(Expression expression, Operator function) =>
        Lowering.Uses([expression]).Keys.Any(node => node.Operator == function);

    private static string? Find(Formula formula, double[] parameters, Expression kernel, string what, string? remedy = null)
    {
        double[] points = SelfCheck.Points, values = At(points);
        int first = Array.FindIndex(values, value => !RealMath.IsFinite(value));
        if (first < 0)
            return null;
        (double edge, string place) = values.Any(RealMath.IsFinite) ? Place(points[first]) : (points[first], "for every x");
        (string manner, string usual) = Remedies.OfNonFinite(kernel, edge, parameters, isDerivative: what == "derivative");
        return $"The {what} of '{formula.DisplayName}' {manner} {place}: {remedy ?? usual}";

        double[] At(params double[] inputs) => Evaluator.At(kernel, inputs, parameters, Arithmetic.Single);

        (double Edge, string Text) Place(double fault)
        {
            // Between the last good point on the way out and this one lies the edge, between two neighbouring floats.
            double good = points.Where(x => Math.Sign(x) == Math.Sign(fault) && Math.Abs(x) < Math.Abs(fault)).DefaultIfEmpty(0).Last();
            int inside = Bits(good), outside = Bits(fault);
            bool isRegion = fault != 0 && IsFault(outside + 1);
            while (isRegion && outside - inside > 1)
            {
                int middle = inside + ((outside - inside) / 2);
                if (IsFault(middle))
                    outside = middle;
                else
                    inside = middle;
            }
            double edge = Number(outside);
            return (edge, $"{(!isRegion ? "at" : fault > 0 ? "above" : "below")} x = {SelfCheck.Number(edge)}");

            bool IsFault(int bits) => !RealMath.IsFinite(At(Number(bits))[0]);

            // Magnitudes are ordered as their bits are.
            static int Bits(double x) => BitConverter.ToInt32(BitConverter.GetBytes((float)Math.Abs(x)), 0);

            double Number(int bits) => Math.Sign(fault) * (double)BitConverter.ToSingle(BitConverter.GetBytes(bits), 0);
        }
    }
}
