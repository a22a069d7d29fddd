namespace ActGen.Frontend.Calculus;

/// <summary>Symbolic derivatives by the chain rule over <see cref="OperatorTable"/>.</summary>
internal static class Differentiation
{
    /// <summary>∂<paramref name="expression"/>/∂<paramref name="variable"/>, simplified.</summary>
    /// <param name="expression">What is differentiated; simplified.</param>
    /// <param name="variable">x or a parameter.</param>
    public static Expression Of(Expression expression, Expression variable)
    {
        var done = new Dictionary<Expression, Expression>();
        return Visit(expression);

        Expression Visit(Expression node)
        {
            if (node == variable)
                return Expression.One;
            if (node.Arguments.Length == 0)
                return Expression.Zero;
            if (done.TryGetValue(node, out Expression? known))
                return known;
            Expression sum = node.Operator == Operator.Select
                ? Algebra.Make(Operator.Select, node[0], Visit(node[1]), Visit(node[2]))
                : ChainRule(node);
            done.Add(node, sum);
            return sum;
        }

        Expression ChainRule(Expression node)
        {
            if (Algebra.IsTanhOfSoftplus(node))
                return Algebra.Make(Operator.TanhSoftplusSlope, node[0][0]) * Visit(node[0][0]);
            if (Algebra.IsSoftsign(node))
                return Visit(node[0]) / (node[1] * node[1]);
            if (variable.Operator == Operator.Input && StableForms.ConstantOfUnit(node) is { } constant)
                return constant / (node[1] * node[1] * node[1]) * Visit(node[0]);
            Expression sum = Expression.Zero;
            Expression[]? partials = null;
            for (int i = 0; i < node.Arguments.Length; i++)
            {
                Expression inner = Visit(node[i]);
                if (inner.Is(0))
                    continue;
                partials ??= OperatorTable.Row(node.Operator).Partials?.Invoke([.. node.Arguments])
                    ?? throw new InvalidOperationException($"No derivative row for {node.Operator}.");
                sum += partials[i] * inner;
            }
            return sum;
        }
    }
}
