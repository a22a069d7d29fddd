namespace ActGen.Frontend.Calculus;

/// <summary>The operators that piecewise linear formulas are made of, without a call for each element: simulations evaluate them by the
/// million. Each is what its row in <see cref="OperatorTable"/> says; a test compares them.</summary>
internal static partial class Evaluator
{
    private static bool TryArithmetic(Operator op, double[][] arguments, double[] result)
    {
        double[] a = arguments[0], b = arguments[arguments.Length > 1 ? 1 : 0];
        switch (op)
        {
            case Operator.Add:
                for (int i = 0; i < result.Length; i++)
                    result[i] = a[i] + b[i];
                return true;
            case Operator.Subtract:
                for (int i = 0; i < result.Length; i++)
                    result[i] = a[i] - b[i];
                return true;
            case Operator.Multiply:
                for (int i = 0; i < result.Length; i++)
                    result[i] = a[i] * b[i];
                return true;
            case Operator.Greater:
                for (int i = 0; i < result.Length; i++)
                    result[i] = a[i] > b[i] ? 1 : 0;
                return true;
            case Operator.GreaterOrEqual:
                for (int i = 0; i < result.Length; i++)
                    result[i] = a[i] >= b[i] ? 1 : 0;
                return true;
            case Operator.Select:
                double[] otherwise = arguments[2];
                for (int i = 0; i < result.Length; i++)
                    result[i] = a[i] != 0 ? b[i] : otherwise[i];
                return true;
            default:
                return false;
        }
    }
}
