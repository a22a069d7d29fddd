namespace ActGen.Frontend.Calculus;

/// <summary>All that is known of one operator.</summary>
/// <param name="Operator">The node.</param>
/// <param name="Key">Its word in canonical prefix text.</param>
/// <param name="Arity">Number of arguments.</param>
/// <param name="Evaluate">Value in double; conditions give 1 or 0.</param>
/// <param name="Partials">Derivative by each argument, in arguments; null for conditions.</param>
/// <param name="PartialOfOutput">Derivative written in the value itself, for backward passes that keep the output.</param>
internal sealed record OperatorRow(
    Operator Operator,
    string Key,
    int Arity,
    Func<double[], double> Evaluate,
    Func<Expression[], Expression[]>? Partials = null,
    Func<Expression, Expression>? PartialOfOutput = null)
{
    public bool IsCondition => OperatorTable.IsCondition(Operator);
}

/// <summary>One row per operator; an operator without a row does not exist.</summary>
internal static partial class OperatorTable
{
    private static readonly Dictionary<Operator, OperatorRow> ByOperator = Machine().Concat(Library()).ToDictionary(row => row.Operator);

    private static readonly Dictionary<string, OperatorRow> ByKey = ByOperator.Values.ToDictionary(row => row.Key, StringComparer.Ordinal);

    public static OperatorRow Row(Operator op) => ByOperator[op];

    public static OperatorRow? Find(string key) => ByKey.TryGetValue(key, out OperatorRow? row) ? row : null;

    public static bool IsCondition(Operator op) => op is >= Operator.Greater and <= Operator.IsNaN;

    public static bool IsLibraryFunction(Expression expression) => expression.Operator >= Operator.Exp;

    /// <summary>Whether the vector function has a faster form of fewer digits.</summary>
    public static bool HasFastForm(Operator op) =>
        op is Operator.Exp or Operator.Tanh or Operator.Sigmoid or Operator.Softplus or Operator.LogSigmoid or Operator.SigmoidProduct or Operator.SigmoidTail
            or Operator.TanhSoftplus or Operator.TanhSoftplusSlope or Operator.TanhSoftplusProduct;

    private static IEnumerable<OperatorRow> Machine()
    {
        // Arithmetic: derivative by each argument.
        yield return new(Operator.Add, "+", 2, v => v[0] + v[1], _ => [1, 1]);
        yield return new(Operator.Subtract, "-", 2, v => v[0] - v[1], _ => [1, -1]);
        yield return new(Operator.Multiply, "*", 2, v => v[0] * v[1], a => [a[1], a[0]]);
        yield return new(Operator.Divide, "/", 2, v => v[0] / v[1], a => [1 / a[1], -(a[0] / a[1] / a[1])]);
        yield return new(Operator.Negate, "neg", 1, v => -v[0], _ => [-1]);
        yield return new(Operator.MultiplyAdd, "fma", 3, v => (v[0] * v[1]) + v[2], a => [a[1], a[0], 1]);
        yield return new(Operator.VanishingProduct, "*0", 2, v => v[1] == 0 ? 0 : v[0] * v[1], a => [a[1], a[0]]);

        // Conditions, and the choice: its branches' derivatives stay under the same condition.
        yield return new(Operator.Greater, ">", 2, v => v[0] > v[1] ? 1 : 0);
        yield return new(Operator.GreaterOrEqual, ">=", 2, v => v[0] >= v[1] ? 1 : 0);
        yield return new(Operator.Equal, "==", 2, v => v[0] == v[1] ? 1 : 0);
        yield return new(Operator.And, "and", 2, v => v[0] != 0 && v[1] != 0 ? 1 : 0);
        yield return new(Operator.Or, "or", 2, v => v[0] != 0 || v[1] != 0 ? 1 : 0);
        yield return new(Operator.Not, "not", 1, v => v[0] == 0 ? 1 : 0);
        yield return new(Operator.IsNaN, "isnan", 1, v => double.IsNaN(v[0]) ? 1 : 0);
        yield return new(Operator.Select, "?", 3, v => v[0] != 0 ? v[1] : v[2],
            a => [0, Algebra.Make(Operator.Select, a[0], 1, 0), Algebra.Make(Operator.Select, a[0], 0, 1)]);

        // Machine functions. Conventions at kinks: |x|′(0) = 0; the hard functions have derivative 0 at the kink,
        // that is the side that does not depend on x wins the tie.
        yield return new(Operator.Sqrt, "sqrt", 1, v => Math.Sqrt(v[0]),
            a => [0.5 / Algebra.Make(Operator.Sqrt, a[0])], y => 0.5 / y);
        yield return new(Operator.Abs, "abs", 1, v => Math.Abs(v[0]), a => [Algebra.Make(Operator.Sign, a[0])]);
        yield return new(Operator.Sign, "sign", 1, v => double.IsNaN(v[0]) || v[0] == 0 ? v[0] : v[0] > 0 ? 1 : -1, _ => [0]);
        yield return new(Operator.Min, "min", 2, v => Smaller(v[0], v[1]),
            a => Choose(Algebra.Make(Operator.Greater, a[1], a[0]), Algebra.Make(Operator.Greater, a[0], a[1]), a));
        yield return new(Operator.Max, "max", 2, v => -Smaller(-v[0], -v[1]),
            a => Choose(Algebra.Make(Operator.Greater, a[0], a[1]), Algebra.Make(Operator.Greater, a[1], a[0]), a));
    }

    /// <summary>NaN if either is NaN; −0 is below +0: what the vector operation does.</summary>
    private static double Smaller(double a, double b) => Math.Min(a, b);

    /// <summary>The derivative of min and max by each argument: the second condition only where the second argument varies alone.</summary>
    private static Expression[] Choose(Expression firstWins, Expression secondWins, Expression[] arguments) =>
        Algebra.DependsOnInput(arguments[0])
            ? [Algebra.Make(Operator.Select, firstWins, 1, 0), Algebra.Make(Operator.Select, firstWins, 0, 1)]
            : [Algebra.Make(Operator.Select, secondWins, 0, 1), Algebra.Make(Operator.Select, secondWins, 1, 0)];
}
