namespace ActGen.Frontend.Calculus;

/// <summary>Keeps the digits of f itself where its factors have lost theirs; derivatives, whose error counts against their largest value,
/// do not need it.</summary>
internal static class ExactTail
{
    /// <summary>In x·σ(x) and x·Φ(x) the function underflows before the product does: there the factor goes into the function.</summary>
    public static Expression Of(Expression root)
    {
        var factors = new List<Expression>();
        Flatten(root);
        Expression? tail = factors.FirstOrDefault(factor => factor.Operator is Operator.Sigmoid or Operator.NormalCdf && Algebra.DependsOnInput(factor));
        Expression[] plain = [.. factors.Where(factor => !ContainsFunction(factor))];
        if (tail is null || !plain.Any(Algebra.DependsOnInput))
            return root;
        Operator op = tail.Operator == Operator.Sigmoid ? Operator.SigmoidProduct : Operator.NormalCdfProduct;
        factors.Remove(tail);
        return factors.Where(ContainsFunction).Aggregate(Expression.Of(op, tail[0], plain.Aggregate(Times)), Corrected);

        void Flatten(Expression node)
        {
            if (node.Operator == Operator.Multiply)
            {
                Flatten(node[0]);
                Flatten(node[1]);
            }
            else
            {
                factors.Add(node);
            }
        }

        static Expression Times(Expression left, Expression right) => Expression.Of(Operator.Multiply, left, right);

        // p·(1 + w) as p + p·w: one rounding less. An infinite p stays what it is where w vanishes.
        static Expression Corrected(Expression product, Expression factor) => factor.Operator == Operator.Add && factor[0].Is(1)
            ? Expression.Of(Operator.Add, product, Times(Finite(product), factor[1]))
            : Times(product, factor);

        static Expression Finite(Expression value) =>
            Expression.Of(Operator.Min, Expression.Of(Operator.Max, value, Expression.Constant(-float.MaxValue)), Expression.Constant(float.MaxValue));

        static bool ContainsFunction(Expression node) => OperatorTable.IsLibraryFunction(node) || node.Arguments.Any(ContainsFunction);
    }
}
