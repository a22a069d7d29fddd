namespace ActGen.Frontend.Calculus;

/// <summary>Builds nodes, simplified one step at a time and always in the numerically stable direction:
/// 1−σ(x) → σ(−x), e^a−1 → expm1 a, ln(1+e^x) → softplus x, 1−Φ(x) → Φ(−x), ½(1+erf(x/√2)) → Φ(x), u+uv → u(1+v).</summary>
internal static class Algebra
{
    private const double Sqrt2 = 1.4142135623730950488;

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
            Operator.Log => Log(a[0]),
            Operator.Log1p when a[0].Operator == Operator.Exp => Make(Operator.Softplus, a[0][0]),
            Operator.NormalPdf or Operator.Abs when a[0].Operator == Operator.Negate => Make(op, a[0][0]),
            _ => Expression.Of(op, a),
        };
    }

    /// <summary>Every node of <paramref name="expression"/> made anew, so that the rules see it.</summary>
    public static Expression Simplify(Expression expression) => Rewrite(expression, static _ => null);

    /// <summary>A copy in which <paramref name="replace"/> decides about each node (null: keep, simplified over its rewritten arguments).</summary>
    public static Expression Rewrite(Expression expression, Func<Expression, Expression?> replace)
    {
        var done = new Dictionary<Expression, Expression>();
        return Visit(expression);

        Expression Visit(Expression node)
        {
            if (done.TryGetValue(node, out Expression? known))
                return known;
            Expression result = replace(node)
                ?? (node.Arguments.Length == 0 ? node : Make(node.Operator, [.. node.Arguments.Select(Visit)]));
            done.Add(node, result);
            return result;
        }
    }

    public static bool DependsOnInput(Expression expression) =>
        expression.Operator is Operator.Input or Operator.Output || expression.Arguments.Any(DependsOnInput);

    /// <summary>sech²x = 4σ(2x)σ(−2x): all factors positive and small where the result is small; 1 − tanh²x loses every digit there.</summary>
    public static Expression SechSquared(Expression x) =>
        x.Operator == Operator.Softplus
            ? Square(2 * Make(Operator.Sigmoid, -x[0]) / (1 + Square(Make(Operator.Sigmoid, -x[0]))))
            : 4 * (Make(Operator.Sigmoid, 2 * x) * Make(Operator.Sigmoid, -2 * x));

    /// <summary>tanh(ln(1+eˣ)) = σ(1+c)/(1+c²) = σ·(1 + σc/(1+c²)), c = σ(−x) = 1−σ: e^(−2 softplus x) = c². One exponential instead
    /// of three, and the second factor is a small correction. Made after differentiation, so that formulas stay readable.</summary>
    public static Expression TanhOfSoftplus(Expression x)
    {
        Expression sigmoid = Make(Operator.Sigmoid, x), c = Make(Operator.Sigmoid, -x);
        return Expression.Of(Operator.Multiply, sigmoid, 1 + (sigmoid * c / (1 + Square(c))));
    }

    /// <summary>u/(1+|u|), whose derivative 1/(1+|u|)² the quotient rule would write as a difference that cancels.</summary>
    public static bool IsSoftsign(Expression node)
    {
        return node.Operator == Operator.Divide && node[1].Operator == Operator.Add
            && ((node[1][0].Is(1) && IsMagnitude(node[1][1])) || (node[1][1].Is(1) && IsMagnitude(node[1][0])));

        bool IsMagnitude(Expression abs) => abs.Operator == Operator.Abs && abs[0] == node[0];
    }

    private static Expression Square(Expression x) => x * x;

    private static bool AllConstant(ReadOnlySpan<Expression> arguments)
    {
        foreach (Expression argument in arguments)
        {
            if (!argument.IsConstant)
                return false;
        }
        return true;
    }

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
        if (b.Operator == Operator.Multiply && b[0].IsConstant && b[1] == a)
            return (b[0].Value + 1) * a;
        if (a.Operator == Operator.Multiply && a[0].IsConstant && a[1] == b)
            return (a[0].Value + 1) * b;
        if (a.Is(1) && b.Operator == Operator.Tanh)
            return 2 * Make(Operator.Sigmoid, 2 * b[0]);
        if (b.Is(1) && a.Operator == Operator.Tanh)
            return b + a;
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
        if (a.Is(1) && b.Operator == Operator.Multiply && b[0] == b[1] && b[0].Operator == Operator.Tanh)
            return SechSquared(b[0][0]);
        if (b.Is(1) && a.Operator == Operator.Exp)
            return Make(Operator.Expm1, a[0]);
        return Expression.Of(Operator.Subtract, a, b);
    }

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
            if (a.Is(0.5) && HalfOfOnePlusErf(b) is { } cdf)
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
        if (b.Operator == Operator.Divide && b[0].Is(1))
            return a / b[1];
        if (a.Operator == Operator.Exp && b.Operator == Operator.Exp)
            return Make(Operator.Exp, a[0] + b[0]);
        if (b.Operator == Operator.Sign && a == b[0])
            return Make(Operator.Abs, a);
        if (a.Operator == Operator.Sign && b == a[0])
            return Make(Operator.Abs, b);
        return Scaled(a, b) ?? Scaled(b, a) ?? Chosen(a, b) ?? Chosen(b, a) ?? Expression.Of(Operator.Multiply, a, b);
    }

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
        if (a.Operator == Operator.Multiply && a[0] == b)
            return a[1];
        if (a.Operator == Operator.Multiply && a[1] == b)
            return a[0];
        // u/(1+e^−v) → u·σ(v)
        if (b.Operator == Operator.Add && b[0].Is(1) && b[1].Operator == Operator.Exp)
            return a * Make(Operator.Sigmoid, -b[1][0]);
        if (b.Operator == Operator.Add && b[1].Is(1) && b[0].Operator == Operator.Exp)
            return a * Make(Operator.Sigmoid, -b[0][0]);
        return Expression.Of(Operator.Divide, a, b);
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

    private static Expression Log(Expression a)
    {
        if (a.Operator == Operator.Sigmoid)
            return Make(Operator.LogSigmoid, a[0]);
        if (a.Operator == Operator.Add && a[0].Is(1))
            return Make(Operator.Log1p, a[1]);
        if (a.Operator == Operator.Add && a[1].Is(1))
            return Make(Operator.Log1p, a[0]);
        return Expression.Of(Operator.Log, a);
    }

    /// <summary>A choice between equal things is none; a choice of the larger is max, which lets NaN through.</summary>
    private static Expression Select(Expression condition, Expression whenTrue, Expression whenFalse)
    {
        if (whenTrue == whenFalse)
            return whenTrue;
        if (condition.Operator == Operator.Not)
            return Make(Operator.Select, condition[0], whenFalse, whenTrue);
        if (condition.Operator is Operator.Greater or Operator.GreaterOrEqual)
        {
            if (whenTrue == condition[0] && whenFalse == condition[1])
                return Make(Operator.Max, whenTrue, whenFalse);
            if (whenTrue == condition[1] && whenFalse == condition[0])
                return Make(Operator.Min, whenFalse, whenTrue);
        }
        return Expression.Of(Operator.Select, condition, whenTrue, whenFalse);
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

    private static Expression? Without(Expression product, Expression factor)
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

    private static Expression? HalfOfOnePlusErf(Expression sum)
    {
        if (sum.Operator != Operator.Add)
            return null;
        Expression? erf = sum[0].Is(1) ? sum[1] : sum[1].Is(1) ? sum[0] : null;
        if (erf is null || erf.Operator != Operator.Erf)
            return null;
        Expression u = erf[0];
        // Constants written as float are √½ or √2 to seven digits only.
        if (u.Operator == Operator.Multiply && u[0].IsConstant && Math.Abs((u[0].Value * Sqrt2) - 1) < 1e-6)
            return Make(Operator.NormalCdf, u[1]);
        if (u.Operator == Operator.Divide && u[1].IsConstant && Math.Abs((u[1].Value / Sqrt2) - 1) < 1e-6)
            return Make(Operator.NormalCdf, u[0]);
        return null;
    }
}
