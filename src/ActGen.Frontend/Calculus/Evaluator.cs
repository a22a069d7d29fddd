namespace ActGen.Frontend.Calculus;

/// <summary>Numbers of one evaluation.</summary>
internal enum Arithmetic
{
    /// <summary>Double.</summary>
    Double,

    /// <summary>Each operation rounded to float as the kernel rounds it.</summary>
    Single,

    /// <summary>Each operation wrong by up to 2⁻⁴⁰: what the result differs by shows how it feels roundings.</summary>
    Perturbed,

    /// <summary>The same with other errors.</summary>
    PerturbedOtherwise,
}

/// <summary>Values of a formula at many points; each distinct node is computed once for all of them.</summary>
internal static partial class Evaluator
{
    /// <summary>2⁻⁴⁰ over the largest 24-bit number.</summary>
    private const double LargestPerturbation = 1.0 / (1L << 40) / (1 << 23);

    public static double At(Expression expression, double x, params double[] parameters) => At(expression, [x], parameters)[0];

    /// <param name="expression">A formula of x, or of y: both read <paramref name="points"/>.</param>
    /// <param name="points">x.</param>
    /// <param name="parameters">Actual parameters.</param>
    /// <param name="precision">Whether to round like the float kernel.</param>
    public static double[] At(Expression expression, double[] points, double[] parameters, Arithmetic precision = Arithmetic.Double)
    {
        var done = new Dictionary<Expression, double[]>();
        return Visit(expression);

        double[] Visit(Expression node)
        {
            if (node.Operator is Operator.Input or Operator.Output)
                return points;
            if (done.TryGetValue(node, out double[]? known))
                return known;
            double[] result = new double[points.Length];
            if (node.IsConstant || node.Operator == Operator.Parameter)
            {
                double value = Round(node.IsConstant ? node.Value : node.Index < parameters.Length ? parameters[node.Index] : double.NaN);
                for (int i = 0; i < result.Length; i++)
                    result[i] = value;
            }
            else
            {
                double[][] arguments = [.. node.Arguments.Select(Visit)];
                if (!TryArithmetic(node.Operator, arguments, result))
                    Evaluate(OperatorTable.Row(node.Operator).Evaluate, arguments, result);
                double factor = Perturbation(node);
                for (int i = 0; i < result.Length && precision != Arithmetic.Double; i++)
                    result[i] = Round(result[i] * factor);
            }
            done.Add(node, result);
            return result;
        }

        double Round(double value) => precision == Arithmetic.Single ? (float)value : value;

        // The same for equal nodes: they are one operation.
        double Perturbation(Expression node) => precision is Arithmetic.Double or Arithmetic.Single
            ? 1
            : 1 + (((unchecked(node.GetHashCode() * (precision == Arithmetic.Perturbed ? 0x2C1B3C6D : 0x297A2D39)) >> 8) | 1 << 22) * LargestPerturbation);
    }

    private static void Evaluate(Func<double[], double> evaluate, double[][] arguments, double[] result)
    {
        double[] values = new double[arguments.Length];
        for (int i = 0; i < result.Length; i++)
        {
            for (int j = 0; j < values.Length; j++)
                values[j] = arguments[j][i];
            result[i] = evaluate(values);
        }
    }
}
