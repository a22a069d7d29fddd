namespace ActGen.Frontend.Calculus;

/// <summary>What a kernel should give: the plain function in double. Where that cancels, the kernel's form in double has more digits; whether it does
/// is measured by stochastic arithmetic (Vignes 1993): the operations are perturbed, and what that changes is what rounding can have changed.</summary>
internal static class Reference
{
    /// <summary>Here plain and kernel are taken to be the same.</summary>
    private const double Agreement = 1e-9;

    /// <summary>Perturbations are 2¹² roundings of double; the rest is for their number.</summary>
    private const double RoundingInNoise = 16.0 / 4096;

    /// <param name="plain">f or a derivative.</param>
    /// <param name="kernel">How it is computed.</param>
    /// <param name="points">Where.</param>
    /// <param name="parameters">Actual values.</param>
    public static double[] Of(Expression plain, Expression kernel, double[] points, double[] parameters)
    {
        double[] values = Evaluator.At(kernel, points, parameters), written = Evaluator.At(plain, points, parameters);
        int[] differing = [.. Enumerable.Range(0, points.Length).Where(i => RealMath.IsFinite(written[i]) && !(Math.Abs(values[i] - written[i]) <= Agreement * Math.Abs(written[i])))];
        if (differing.Length == 0)
            return values;
        double[] there = [.. differing.Select(i => points[i])];
        double[] one = Evaluator.At(plain, there, parameters, Arithmetic.Perturbed), other = Evaluator.At(plain, there, parameters, Arithmetic.PerturbedOtherwise);
        for (int i = 0; i < differing.Length; i++)
        {
            int at = differing[i];
            double noise = Math.Max(Math.Abs(one[i] - written[at]), Math.Abs(other[i] - written[at]));
            if (!(Math.Abs(values[at] - written[at]) <= RoundingInNoise * noise))
                values[at] = written[at];
        }
        return values;
    }
}
