using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Tests.Calculus;

public class EvaluatorTests
{
    private static readonly double[] Values = [double.NaN, double.NegativeInfinity, -2, -0.0, 0, 0.1, 1, 1e300, double.PositiveInfinity];

    [Fact]
    public void Every_operator_evaluates_as_its_row_says()
    {
        foreach (OperatorRow row in Enum.GetValues<Operator>().Where(op => op > Operator.Parameter).Select(OperatorTable.Row))
        {
            Expression[] arguments = [.. Enumerable.Range(0, row.Arity).Select(i => i == 0 ? Expression.Input : Expression.Parameter(i - 1))];
            foreach (double one in Values)
            {
                foreach (double other in Values)
                {
                    double[] expected = [.. Values.Select(x => row.Evaluate([.. new[] { x, one, other }.Take(row.Arity)]))];
                    Assert.Equal(expected, Evaluator.At(Expression.Of(row.Operator, arguments), Values, [one, other]));
                }
            }
        }
    }
}
