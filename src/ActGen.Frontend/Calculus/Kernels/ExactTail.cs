namespace ActGen.Frontend.Calculus;

/// <summary>Keeps the digits of f itself where its factors have lost theirs; derivatives, whose error counts against their largest value,
/// do not need it.</summary>
internal static class ExactTail
{
    /// <summary>In x·σ(x), x·Φ(x) and x·tanh(softplus x) the function underflows before the product does: there the factor goes into the function.</summary>
    public static Expression Of(Expression root)
    {
        var factors = new List<Expression>();
        Flatten(root);
        Expression? tail = factors.FirstOrDefault(factor => Product(factor.Operator) is not null && Algebra.DependsOnInput(factor));
        Expression[] plain = [.. factors.Where(factor => !ContainsFunction(factor))];
        if (tail is null || !plain.Any(Algebra.DependsOnInput))
            return root;
        factors.Remove(tail);
        Expression factor = plain.Aggregate(Times);
        // x·Φ(x) takes less than a product with any factor, and needs no guard.
        Expression product = tail.Operator == Operator.NormalCdf && tail[0] == Expression.Input && factor == Expression.Input
            ? Expression.Of(Operator.NormalGate, factor)
            : Expression.Of(Product(tail.Operator)!.Value, tail[0], factor);
        return factors.Where(ContainsFunction).Aggregate(product, Times);

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

        // The function with a factor, of a function that has such a tail.
        static Operator? Product(Operator op) => op switch
        {
            Operator.Sigmoid => Operator.SigmoidProduct,
            Operator.NormalCdf => Operator.NormalCdfProduct,
            Operator.TanhSoftplus => Operator.TanhSoftplusProduct,
            _ => null,
        };

        static bool ContainsFunction(Expression node) => Lowering.Uses([node]).Keys.Any(OperatorTable.IsLibraryFunction);
    }
}
