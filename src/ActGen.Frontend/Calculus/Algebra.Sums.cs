namespace ActGen.Frontend.Calculus;

/// <summary>Sums and differences: complements become functions of their own, so that nothing cancels.</summary>
internal static partial class Algebra
{
    private static Expression Add(Expression a, Expression b)
    {
        if (a.Is(0))
            return b;
        if (b.Is(0))
            return a;
        if (b.Operator == Operator.Negate)
            return a - b[0];
        if (a.Operator == Operator.Negate)
            return b - a[0];
        if (a == b)
            return 2 * a;
        if (IsNegative(b) && !IsNegative(a))
            return a - -b;
        if (IsNegative(a) && !IsNegative(b))
            return b - -a;
        if (b.Operator == Operator.Multiply && b[0].IsConstant && b[1] == a)
            return (b[0].Value + 1) * a;
        if (a.Operator == Operator.Multiply && a[0].IsConstant && a[1] == b)
            return (a[0].Value + 1) * b;
        if (a.Is(1) && b.Operator == Operator.Tanh)
            return 2 * Make(Operator.Sigmoid, 2 * b[0]);
        if (a.Is(1) && b.Operator == Operator.Erf)
            return Make(Operator.Erfc, -b[0]);
        if (b.Is(1) && a.Operator is Operator.Tanh or Operator.Erf)
            return b + a;
        // c + c·u → c·(1 + u): ½ + ½·tanh u is ½·(1 + tanh u).
        if (a.IsConstant && b.Operator == Operator.Multiply && b[0] == a)
            return a * (1 + b[1]);
        if (b.IsConstant && a.Operator == Operator.Multiply && a[0] == b)
            return b * (1 + a[1]);
        return Factored(a, b) ?? Expression.Of(Operator.Add, a, b);
    }

    private static Expression Subtract(Expression a, Expression b)
    {
        if (b.Is(0))
            return a;
        if (a.Is(0))
            return -b;
        if (a == b)
            return Expression.Zero;
        if (b.Operator == Operator.Negate)
            return a + b[0];
        if (a.Is(1) && b.Operator == Operator.Sigmoid)
            return Make(Operator.Sigmoid, -b[0]);
        if (a.Is(1) && b.Operator == Operator.NormalCdf)
            return Make(Operator.NormalCdf, -b[0]);
        if (a.Is(1) && b.Operator == Operator.Tanh)
            return 2 * Make(Operator.Sigmoid, -2 * b[0]);
        if (a.Is(1) && b.Operator == Operator.Erf)
            return Make(Operator.Erfc, b[0]);
        if (a.Is(1) && b.Operator == Operator.Erfc)
            return Make(Operator.Erf, b[0]);
        if (a.Is(2) && b.Operator == Operator.Erfc)
            return Make(Operator.Erfc, -b[0]);
        if (a.Is(1) && b.Operator == Operator.Cos)
            return 2 * Square(Make(Operator.Sin, 0.5 * b[0]));
        if (a.Is(1) && b.Operator == Operator.Multiply && b[0] == b[1] && OneMinusSquare(b[0]) is { } complement)
            return complement;
        if (b.Is(1) && a.Operator == Operator.Exp)
            return Make(Operator.Expm1, a[0]);
        if (a.Is(1) && b.Operator == Operator.Exp)
            return -Make(Operator.Expm1, b[0]);
        // e^u − e^−u: the two parts keep their digits where u is small, and have opposite signs.
        if (a.Operator == Operator.Exp && b.Operator == Operator.Exp && b[0] == -a[0])
            return Make(Operator.Expm1, a[0]) - Make(Operator.Expm1, b[0]);
        if (a.Is(1) && SechSquaredArgument(b) is { } u)
            return Square(Make(Operator.Tanh, u));
        // (u + v) − v
        if (a.Operator == Operator.Add && a[1] == b)
            return a[0];
        if (a.Operator == Operator.Add && a[0] == b)
            return a[1];
        return Expression.Of(Operator.Subtract, a, b);
    }

    private static Expression Negate(Expression a) => a.Operator switch
    {
        Operator.Negate => a[0],
        Operator.Subtract => a[1] - a[0],
        Operator.Multiply when a[0].IsConstant => -a[0].Value * a[1],
        Operator.Divide when a[0].IsConstant => -a[0].Value / a[1],
        Operator.Softplus when a[0].Operator == Operator.Negate => Make(Operator.LogSigmoid, a[0][0]),
        _ => Expression.Of(Operator.Negate, a),
    };

    /// <summary>u + u·v → u·(1+v) where u is a library function: the tails of SiLU′ and its like keep their digits.</summary>
    private static Expression? Factored(Expression a, Expression b)
    {
        Expression? rest = OperatorTable.IsLibraryFunction(a) ? Without(b, a) : null;
        if (rest is not null)
            return a * (1 + rest);
        // Sums of two choices under one condition are one choice of sums.
        return a.Operator == Operator.Select && b.Operator == Operator.Select && a[0] == b[0]
            ? Make(Operator.Select, a[0], a[1] + b[1], a[2] + b[2])
            : null;
    }

    /// <summary>The rest of a product when one factor is taken out; null where it is none of its factors.</summary>
    public static Expression? Without(Expression product, Expression factor)
    {
        if (product.Operator != Operator.Multiply)
            return null;
        if (product[0] == factor)
            return product[1];
        if (product[1] == factor)
            return product[0];
        if (Without(product[0], factor) is { } left)
            return left * product[1];
        return Without(product[1], factor) is { } right ? product[0] * right : null;
    }

    /// <summary>A constant below 0, or a product with one in front.</summary>
    private static bool IsNegative(Expression node) =>
        node is { IsConstant: true, Value: < 0 } || (node.Operator == Operator.Multiply && node[0] is { IsConstant: true, Value: < 0 });

    /// <summary>u of 4σ(2u)σ(−2u).</summary>
    private static Expression? SechSquaredArgument(Expression product) =>
        product.Operator == Operator.Multiply && product[0].Is(4) && product[1] is { Operator: Operator.Multiply } pair
        && pair[0].Operator == Operator.Sigmoid && pair[1].Operator == Operator.Sigmoid && pair[1][0] == -pair[0][0]
            ? 0.5 * pair[0][0]
            : null;

    /// <summary>1 − tanh² → sech², 1 − sin² → cos², 1 − cos² → sin².</summary>
    private static Expression? OneMinusSquare(Expression root) => root.Operator switch
    {
        Operator.Tanh => SechSquared(root[0]),
        Operator.Sin => Square(Make(Operator.Cos, root[0])),
        Operator.Cos => Square(Make(Operator.Sin, root[0])),
        _ => null,
    };
}
