namespace ActGen.Frontend.Calculus;

/// <summary>Numbers of one evaluation: exact double, or each operation rounded to float as the kernel rounds it.</summary>
internal enum Arithmetic
{
    Double,
    Single,
}

/// <summary>Values of a formula at many points; each distinct node is computed once for all of them.</summary>
internal static partial class Evaluator
{
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
                for (int i = 0; i < result.Length && precision == Arithmetic.Single; i++)
                    result[i] = Round(result[i]);
            }
            done.Add(node, result);
            return result;
        }

        double Round(double value) => precision == Arithmetic.Single ? (float)value : value;
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
