namespace ActGen.Frontend.Calculus;

/// <summary>x·σ(u), u odd and of the sign of x, from one side: max(x, 0) + a·σ(u(a)), a = −|x|. As 1 − σ(u) = σ(−u), the product right of 0 is x less what it
/// is left of it, so that nothing is chosen between two results, and what is computed at a, which is bounded, needs no guard at the ends.</summary>
internal static class SigmoidGate
{
    /// <summary>From here on even e^u of doubles is 0.</summary>
    private const double Vanished = -820;

    /// <param name="function">f, guarded and compensated.</param>
    /// <param name="derivative">f′ over the same arguments.</param>
    public static (Expression Function, Expression Derivative) Of(Expression function, Expression derivative)
    {
        (Expression product, Expression? error) = Parts(function);
        if (product.Operator != Operator.SigmoidProduct || product[1] is not { Operator: Operator.Max } held || held[0] != Expression.Input || !held[1].IsConstant)
            return (function, derivative);
        Expression u = product[0], a = Expression.Of(Operator.Max, Expression.Of(Operator.Negate, Expression.Of(Operator.Abs, Expression.Input)), held[1]);
        if (!IsOdd(u) || !(Evaluator.At(u, held[1].Value) <= Vanished) || (error is not null && !IsBounded(error, held[1].Value)))
            return (function, derivative);

        Expression below = At(u, a), tail = Expression.Of(Operator.SigmoidTail, below, a);
        if (error is not null)
            tail = Expression.Of(Operator.MultiplyAdd, tail, At(error, a), tail);
        // The bound −0 leaves +0 what it is, and the tail of either zero is −0.
        return (Expression.Of(Operator.Add, Expression.Of(Operator.Max, Expression.Input, -0.0), tail), WithTail(derivative, u, Expression.Of(Operator.Sigmoid, below)));
    }

    /// <summary>The product, and the error of its argument where that is put right.</summary>
    private static (Expression Product, Expression? Error) Parts(Expression function) =>
        function.Operator == Operator.Select && function[1] is { Operator: Operator.MultiplyAdd } correction && correction[0] == function[2] && correction[2] == function[2]
            ? (function[2], correction[1])
            : (function, null);

    /// <summary>Where u overflows before x is held, its error is none: there somebody must ask. No term falls towards the bound.</summary>
    private static bool IsBounded(Expression error, double bound) =>
        new[] { Arithmetic.Single, Arithmetic.Double }.All(precision => Math.Abs(Evaluator.At(error, [bound], [], precision)[0]) < double.PositiveInfinity);

    /// <summary>σ(u) and σ(−u) by s = σ(−|u|).</summary>
    private static Expression WithTail(Expression derivative, Expression u, Expression s)
    {
        Expression minusU = -u, isNegative = Expression.Of(Operator.Greater, Expression.Zero, Expression.Input), rest = Expression.Of(Operator.Subtract, Expression.One, s);
        return Lowering.Map([derivative], (node, _) =>
            node.Operator == Operator.Multiply && IsSigmoid(node[0], u, minusU) && IsSigmoid(node[1], u, minusU) && node[0] != node[1] ? Expression.Of(Operator.Multiply, s, rest)
            : node.Operator != Operator.Sigmoid ? null
            : node[0] == u ? Expression.Of(Operator.Select, isNegative, s, rest)
            : node[0] == minusU ? Expression.Of(Operator.Select, isNegative, rest, s)
            : null).Roots[0];
    }

    private static bool IsSigmoid(Expression node, Expression u, Expression minusU) => node.Operator == Operator.Sigmoid && (node[0] == u || node[0] == minusU);

    private static Expression At(Expression expression, Expression a) => Lowering.Map([expression], (node, _) => node.Operator == Operator.Input ? a : null).Roots[0];

    /// <summary>u(−x) = −u(x), and u has the sign of x: bit for bit, as products have.</summary>
    private static bool IsOdd(Expression node) =>
        node.Operator == Operator.Input || (node.Operator == Operator.Multiply && ((IsOdd(node[0]) && IsEven(node[1])) || (IsEven(node[0]) && IsOdd(node[1]))));

    /// <summary>The same at x and −x, and not below 0.</summary>
    private static bool IsEven(Expression node) => node.Operator switch
    {
        Operator.Constant => node.Value > 0,
        Operator.Multiply => (IsOdd(node[0]) && IsOdd(node[1])) || (IsEven(node[0]) && IsEven(node[1])),
        Operator.Add or Operator.MultiplyAdd => node.Arguments.All(IsEven),
        _ => false,
    };
}
