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
        (double edge, string place) = values.Any(RealMath.IsFinite) ? Place(first) : (points[first], "for every x");
        (string manner, string usual) = Remedies.OfNonFinite(kernel, edge, parameters, isDerivative: what == "derivative");
        return $"The {what} of '{formula.DisplayName}' {manner} {place}: {remedy ?? usual}";

        double[] At(params double[] inputs) => Evaluator.At(kernel, inputs, parameters, Arithmetic.Single);

        (double Edge, string Text) Place(int index)
        {
            double fault = points[index];
            if (fault == 0 || !IsFault(Bits(fault) + 1))
                return (fault, $"at x = {SelfCheck.Number(fault)}");
            // The edges lie between the last point on the way out before the faults and the first of them, and between the last of them and the next point, if there is one.
            double[] outwards = [.. points.Where(x => Math.Sign(x) == Math.Sign(fault))];
            int start = Array.IndexOf(outwards, fault), end = Array.FindIndex(outwards, start, x => !IsFault(Bits(x)));
            double near = Number(FirstWhere(IsFault, start == 0 ? 0 : Bits(outwards[start - 1]), Bits(fault)));
            if (end < 0)
                return (near, $"{(fault > 0 ? "above" : "below")} x = {SelfCheck.Number(near)}");
            double far = Number(FirstWhere(bits => !IsFault(bits), Bits(outwards[end - 1]), Bits(outwards[end])) - 1);
            return (near, $"between x = {SelfCheck.Number(Math.Min(near, far))} and x = {SelfCheck.Number(Math.Max(near, far))}");

            static int FirstWhere(Func<int, bool> holds, int inside, int outside)
            {
                while (outside - inside > 1)
                {
                    int middle = inside + ((outside - inside) / 2);
                    if (holds(middle))
                        outside = middle;
                    else
                        inside = middle;
                }
                return outside;
            }

            bool IsFault(int bits) => !RealMath.IsFinite(At(Number(bits))[0]);

            // Magnitudes are ordered as their bits are.
            static int Bits(double x) => BitConverter.ToInt32(BitConverter.GetBytes((float)Math.Abs(x)), 0);

            double Number(int bits) => Math.Sign(fault) * (double)BitConverter.ToSingle(BitConverter.GetBytes(bits), 0);
        }
    }
}
