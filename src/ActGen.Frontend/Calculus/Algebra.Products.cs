namespace ActGen.Frontend.Calculus;

/// <summary>Products and quotients, constants in front.</summary>
internal static partial class Algebra
{
    private static Expression Multiply(Expression a, Expression b)
    {
        if (a.Is(0) || b.Is(0))
            return Expression.Zero;
        if (a.Is(1))
            return b;
        if (b.Is(1))
            return a;
        if (a.Is(-1))
            return -b;
        if (b.Is(-1))
            return -a;
        if (a.Operator == Operator.Negate)
            return -(a[0] * b);
        if (b.Operator == Operator.Negate)
            return -(a * b[0]);
        if (b.IsConstant)
            return Multiply(b, a);
        if (a.IsConstant)
        {
            if (b.Operator == Operator.Multiply && b[0].IsConstant)
                return a.Value * b[0].Value * b[1];
            if (b.Operator == Operator.Divide && b[1].IsConstant && a == b[1])
                return b[0];
            if (b.Operator == Operator.Divide && b[0].IsConstant)
                return a.Value * b[0].Value / b[1];
            if (a.Is(0.5) && HalfOfErfc(b) is { } cdf)
                return cdf;
        }
        else if (b.Operator == Operator.Multiply && b[0].IsConstant)
        {
            return b[0] * (a * b[1]);
        }
        else if (a.Operator == Operator.Multiply && a[0].IsConstant)
        {
            return a[0] * (a[1] * b);
        }
        // Before quotients: a choice of 0 is 0 whatever it would be divided by.
        if ((Chosen(a, b) ?? Chosen(b, a)) is { } chosen)
            return chosen;
        if (b.Operator == Operator.Divide && b[0].IsConstant)
            return b[0] * (a / b[1]);
        if (a.Operator == Operator.Divide && a[0].IsConstant)
            return a[0] * (b / a[1]);
        if (a.Operator == Operator.Exp && b.Operator == Operator.Exp)
            return Make(Operator.Exp, a[0] + b[0]);
        if (b.Operator == Operator.Sign && a == b[0])
            return Make(Operator.Abs, a);
        if (a.Operator == Operator.Sign && b == a[0])
            return Make(Operator.Abs, b);
        return Scaled(a, b) ?? Scaled(b, a) ?? Expression.Of(Operator.Multiply, a, b);
    }

    /// <summary>e^v of 1 + e^v.</summary>
    private static Expression? OnePlusExponential(Expression sum) => sum.Operator != Operator.Add ? null
        : sum[0].Is(1) && sum[1].Operator == Operator.Exp ? sum[1]
        : sum[1].Is(1) && sum[0].Operator == Operator.Exp ? sum[0]
        : null;

    private static Expression Divide(Expression a, Expression b)
    {
        if (a.Is(0))
            return Expression.Zero;
        if (b.Is(1))
            return a;
        if (a == b)
            return Expression.One;
        if (a.Operator == Operator.Negate)
            return -(a[0] / b);
        if (Without(a, b) is { } others)
            return others;
        // u/(1 + e^−v) → u·σ(v), u·e^v/(1 + e^v) → u·σ(v)
        if (OnePlusExponential(b) is { } e)
            return a == e ? Make(Operator.Sigmoid, e[0]) : Without(a, e) is { } rest ? rest * Make(Operator.Sigmoid, e[0]) : a * Make(Operator.Sigmoid, -e[0]);
        if (b.Operator == Operator.Exp)
            return a * Make(Operator.Exp, -b[0]);
        return Expression.Of(Operator.Divide, a, b);
    }

    /// <summary>s·(u/s + k) → u + s·k and s·(u/s) → u, for s that does not depend on x: the way back from y through a scale.</summary>
    private static Expression? Scaled(Expression s, Expression sum)
    {
        if (DependsOnInput(s))
            return null;
        if (sum.Operator == Operator.Divide && sum[1] == s)
            return sum[0];
        if (sum.Operator == Operator.Add && sum[0].Operator == Operator.Divide && sum[0][1] == s && !DependsOnInput(sum[1]))
            return sum[0][0] + (s * sum[1]);
        return null;
    }

    /// <summary>u·(c ? 1 : 0) → c ? u : 0, and so on: a product with a choice of constants is a choice.</summary>
    private static Expression? Chosen(Expression u, Expression choice) =>
        choice.Operator == Operator.Select && choice[1].IsConstant && choice[2].IsConstant
            ? Make(Operator.Select, choice[0], u * choice[1], u * choice[2])
            : null;
}
