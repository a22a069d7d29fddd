namespace ActGen.Frontend.Calculus;

/// <summary>What an author can do about a fault: it depends on the operation in which the fault arises.</summary>
internal static class Remedies
{
    /// <summary>A quotient that overflows over a denominator below this does so for the denominator's sake.</summary>
    private const double Small = 1e-6;

    public const string OfPole = "keep the denominator away from 0, as in x / (1 + Abs(x))";

    /// <param name="kernel">What is not finite.</param>
    /// <param name="x">Where.</param>
    /// <param name="parameters">Actual values.</param>
    /// <param name="isDerivative">Whether it is a derivative.</param>
    /// <returns>What the kernel does there, as a verb with its object, and what to do.</returns>
    public static (string Manner, string Remedy) OfNonFinite(Expression kernel, double x, double[] parameters, bool isDerivative)
    {
        Expression cause = Cause(kernel);
        double[] arguments = [.. cause.Arguments.Select(At)];
        string manner = double.IsNaN(At(kernel)) ? "is not a number" : cause.IsConstant || arguments.Any(value => value == 0) ? "is infinite" : "overflows";
        return (manner, cause.Operator switch
        {
            Operator.Constant => $"it contains the constant {SelfCheck.Number(cause.Value)}",
            Operator.Divide when isDerivative && arguments[1] == 0 && cause[1].Operator == Operator.Sqrt => "the slope of Sqrt is infinite at 0: keep its argument above 0, as in Sqrt(1 + x * x)",
            Operator.Divide when Math.Abs(arguments[1]) < Small => OfPole,
            Operator.Sqrt => "Sqrt has no value below 0: keep its argument above 0, as in Sqrt(1 + x * x)",
            Operator.Log => "Log has values above 0 only: keep its argument there, as in Log1p(Abs(x))",
            Operator.Log1p => "Log1p has values above −1 only: keep its argument there, as in Log1p(Abs(x))",
            Operator.Pow when arguments[0] == 0 => "Pow of 0 with an exponent below 0 is infinite: keep the base above 0",
            Operator.Pow when arguments[0] < 0 => "Pow of a number below 0 has values for whole exponents only: take Pow(Abs(x), p)",
            Operator.Exp or Operator.Expm1 or Operator.Pow => "bound the exponent, as in Exp(Min(x, 10)), or use Sigmoid, Softplus or Tanh, which stay finite",
            _ => "bound it with Min and Max",
        });

        double At(Expression node) => Evaluator.At(node, [x], parameters, Arithmetic.Single)[0];

        // The innermost part that is not finite though its own parts are.
        Expression Cause(Expression node)
        {
            IEnumerable<Expression> parts = node.Operator == Operator.Select ? [At(node[0]) != 0 ? node[1] : node[2]] : node.Arguments;
            return parts.FirstOrDefault(part => !RealMath.IsFinite(At(part))) is { } part ? Cause(part) : node;
        }
    }

    /// <param name="kernel">What loses digits.</param>
    /// <param name="x">Where.</param>
    /// <param name="parameters">Actual values.</param>
    public static string OfCancellation(Expression kernel, double x, double[] parameters)
    {
        Expression? worst = Lowering.Uses([kernel]).Keys.Where(node => node.Operator is Operator.Add or Operator.Subtract or Operator.MultiplyAdd)
            .OrderByDescending(Loss).FirstOrDefault();
        return worst switch
        {
            _ when Has(Operator.Exp) || Has(Operator.Pow) => "use Expm1(u) for Exp(u) − 1",
            _ when Has(Operator.Log) => "use Log1p(u) for Log(1 + u)",
            _ when Has(Operator.Sqrt) => "use (a − b)/(Sqrt(a) + Sqrt(b)) for Sqrt(a) − Sqrt(b)",
            _ => "rearrange it so that nearly equal numbers are not subtracted",
        };

        double Loss(Expression sum)
        {
            double[] values = [.. sum.Arguments.Select(part => Math.Abs(Evaluator.At(part, x, parameters)))];
            double largest = sum.Operator == Operator.MultiplyAdd ? Math.Max(values[0] * values[1], values[2]) : values.Max();
            double loss = largest / Math.Abs(Evaluator.At(sum, x, parameters));
            return double.IsNaN(loss) ? 0 : loss;
        }

        bool Has(Operator function) => worst?.Arguments.Any(part => part.Operator == function || part.Arguments.Any(inner => inner.Operator == function)) ?? false;
    }
}
