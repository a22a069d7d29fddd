namespace ActGen.Frontend.Calculus;

/// <summary>Builds nodes, simplified one step at a time and always in the numerically stable direction:
/// 1−σ(x) → σ(−x), e^a−1 → expm1 a, ln(1+e^x) → softplus x, 1−Φ(x) → Φ(−x), ½(1+erf(x/√2)) → Φ(x), u+uv → u(1+v).</summary>
internal static partial class Algebra
{
    public static Expression Make(Operator op, params ReadOnlySpan<Expression> a)
    {
        if (op is not (Operator.Select or Operator.Constant) && a.Length > 0 && AllConstant(a))
        {
            double folded = OperatorTable.Row(op).Evaluate([.. a.ToArray().Select(argument => argument.Value)]);
            if (!OperatorTable.Row(op).IsCondition)
                return folded;
        }
        return op switch
        {
            Operator.Add => Add(a[0], a[1]),
            Operator.Subtract => Subtract(a[0], a[1]),
            Operator.Multiply => Multiply(a[0], a[1]),
            Operator.Divide => Divide(a[0], a[1]),
            Operator.Negate => Negate(a[0]),
            Operator.Select => Select(a[0], a[1], a[2]),
            Operator.Pow => Pow(a[0], a[1]),
            Operator.Log => Log(a[0]),
            Operator.Sqrt => Sqrt(a[0]),
            Operator.Log1p when a[0].Operator == Operator.Exp => Make(Operator.Softplus, a[0][0]),
            _ when a.Length == 1 && a[0].Operator == Operator.Negate && IsEven(op) => Make(op, a[0][0]),
            _ when a.Length == 1 && a[0].Operator == Operator.Negate && IsOdd(op) => -Make(op, a[0][0]),
            _ => Expression.Of(op, a),
        };
    }

    /// <summary>Every node of what an author wrote made anew, so that the rules see it; where one would give it a value where as written it has none (x/x at 0,
    /// 0·ln x), it stays as it is. Derivatives need no such care: they count where the function has a value.</summary>
    public static Expression Simplify(Expression expression)
    {
        var definedness = new Definedness();
        return Rewrite(expression, static _ => null, (op, arguments) =>
        {
            Expression written = Expression.Of(op, arguments), simple = Make(op, arguments);
            return definedness.AreAlike(written, simple) ? simple : written;
        });
    }

    /// <summary>A copy in which <paramref name="replace"/> decides about each node (null: keep, simplified over its rewritten arguments).</summary>
    public static Expression Rewrite(Expression expression, Func<Expression, Expression?> replace) => Rewrite(expression, replace, static (op, arguments) => Make(op, arguments));

    private static Expression Rewrite(Expression expression, Func<Expression, Expression?> replace, Func<Operator, Expression[], Expression> make)
    {
        var done = new Dictionary<Expression, Expression>();
        return Visit(expression);

        Expression Visit(Expression node)
        {
            if (done.TryGetValue(node, out Expression? known))
                return known;
            Expression result = replace(node)
                ?? (node.Arguments.Length == 0 ? node : make(node.Operator, [.. node.Arguments.Select(Visit)]));
            done.Add(node, result);
            return result;
        }
    }

    public static bool DependsOnInput(Expression expression) => expression.DependsOnInput;

    private static bool AllConstant(ReadOnlySpan<Expression> arguments)
    {
        foreach (Expression argument in arguments)
        {
            if (!argument.IsConstant)
                return false;
        }
        return true;
    }
}
