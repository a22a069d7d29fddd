namespace ActGen.Frontend.Calculus;

/// <summary>Functions of which the argument overflows in float where x does not: softplus(βx)/β at 3·10³⁸, sin(30x) at 3·10³⁷.</summary>
internal static class Overflows
{
    /// <summary>The form of one node; null where the plain one is right.</summary>
    /// <param name="node">Not yet in its form.</param>
    /// <param name="visit">Gives the form of a part.</param>
    public static Expression? Of(Expression node, Func<Expression, Expression> visit) => node.Operator switch
    {
        Operator.Divide when !Algebra.DependsOnInput(node[1]) && Scaled(node[0], node[1]) is { } v => Rectifier(node, visit(v), visit),
        Operator.Sin or Operator.Cos when CanOverflow(node[0]) => Expression.Of(node.Operator, Held(visit(node[0]))),
        _ => null,
    };

    /// <summary>v of softplus(s·v) and logsigmoid(s·v).</summary>
    private static Expression? Scaled(Expression function, Expression scale) =>
        function.Operator is Operator.Softplus or Operator.LogSigmoid ? Algebra.Without(function[0], scale) : null;

    /// <summary>softplus(s·v)/s is v where s·v is large, whatever the signs; logsigmoid likewise where it is large and negative.</summary>
    private static Expression Rectifier(Expression node, Expression v, Func<Expression, Expression> visit)
    {
        Expression u = visit(node[0][0]);
        Expression overflows = node[0].Operator == Operator.Softplus
            ? Expression.Of(Operator.Greater, u, float.MaxValue)
            : Expression.Of(Operator.Greater, -float.MaxValue, u);
        return Expression.Of(Operator.Select, overflows, v, Expression.Of(Operator.Divide, Expression.Of(node[0].Operator, u), visit(node[1])));
    }

    private static bool CanOverflow(Expression u) => u.Operator switch
    {
        Operator.Negate => CanOverflow(u[0]),
        Operator.Multiply when u[0] is { IsConstant: true, Value: >= -1 and <= 1 } => CanOverflow(u[1]),
        _ => u.Arguments.Length > 0 && Algebra.DependsOnInput(u),
    };

    /// <summary>Out there sine has lost the phase of its argument long ago, but it is a number; at infinity it is none: u − (x − x), which keeps −0.</summary>
    private static Expression Held(Expression u) => Expression.Of(Operator.Subtract,
        Expression.Of(Operator.Min, Expression.Of(Operator.Max, u, -float.MaxValue), float.MaxValue),
        Expression.Of(Operator.Subtract, Expression.Input, Expression.Input));
}
