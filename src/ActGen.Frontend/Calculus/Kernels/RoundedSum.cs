namespace ActGen.Frontend.Calculus;

/// <summary>Sums and products together with their rounding errors, by error-free transformations (Dekker 1971, Knuth's two-sum;
/// Ogita, Rump &amp; Oishi 2005). Trees are built as given: nothing may be simplified away.</summary>
internal static class RoundedSum
{
    /// <summary>Null where it is more than arithmetic on x and the parameters.</summary>
    public static Sum? Of(Expression node)
    {
        switch (node.Operator)
        {
            case Operator.Input or Operator.Parameter:
                return new(node, null);
            case Operator.Constant:
                // A constant that is no float counts in two parts.
                float single = (float)node.Value;
                return single == node.Value || float.IsInfinity(single) || single == 0 ? new(node, null) : new(single, node.Value - single);
            case Operator.Negate:
                return Of(node[0]) is { } positive ? new(Node(Operator.Negate, positive.High), positive.Low is null ? null : Node(Operator.Negate, positive.Low)) : null;
            case Operator.Abs:
                return node[0].Operator == Operator.Input ? new(node, null) : null;
            case Operator.Multiply or Operator.VanishingProduct:
                return Of(node[0]) is { } a && Of(node[1]) is { } b ? Product(node.Operator, a, b) : null;
            case Operator.Divide:
                return Of(node[0]) is { } numerator && Of(node[1]) is { Low: null } denominator ? Quotient(numerator, denominator) : null;
            case Operator.Add:
                return Factored(node) is { } product ? Of(product)
                    : IsOnePlusSquare(node) && Of(node[1][0]) is { } p && Of(node[1][1]) is { } q ? OnePlus(p, q)
                    : Of(node[0]) is { } left && Of(node[1]) is { } right ? TwoSum(left, right) : null;
            case Operator.Subtract:
                return Of(Node(Operator.Add, node[0], Node(Operator.Negate, node[1])));
            default:
                return null;
        }
    }

    private static Expression Node(Operator op, params ReadOnlySpan<Expression> arguments) => Expression.Of(op, arguments);

    /// <summary>u + u·v = u·(1 + v): one error term instead of three.</summary>
    private static Expression? Factored(Expression sum)
    {
        if (sum[0].Arguments.Length == 0 && Algebra.DependsOnInput(sum[0]) && Algebra.Without(sum[1], sum[0]) is { } right)
            return Node(Operator.Multiply, sum[0], Node(Operator.Add, Expression.One, right));
        return sum[1].Arguments.Length == 0 && Algebra.DependsOnInput(sum[1]) && Algebra.Without(sum[0], sum[1]) is { } left
            ? Node(Operator.Multiply, sum[1], Node(Operator.Add, Expression.One, left))
            : null;
    }

    /// <summary>1 + c·v², c &gt; 0.</summary>
    private static bool IsOnePlusSquare(Expression sum) =>
        sum[0].Is(1) && sum[1] is { Operator: Operator.Multiply } product && product[0] is { IsConstant: true, Value: > 0 }
        && product[1].Operator == Operator.Multiply && product[1][0] == product[1][1];

    private static Sum Product(Operator op, Sum a, Sum b)
    {
        Expression high = Node(op, a.High, b.High);
        // A power of two shifts.
        if (IsPowerOfTwo(a.High) || IsPowerOfTwo(b.High))
            return new(high, CrossTerms(a, b, null));
        return new(high, CrossTerms(a, b, Node(Operator.MultiplyAdd, a.High, b.High, Node(Operator.Negate, high))));
    }

    /// <summary>h = fma(p, q, 1) ≥ 1: 1 − h is exact.</summary>
    private static Sum OnePlus(Sum p, Sum q)
    {
        Expression high = Node(Operator.MultiplyAdd, p.High, q.High, Expression.One);
        return new(high, CrossTerms(p, q, Node(Operator.MultiplyAdd, p.High, q.High, Node(Operator.Subtract, Expression.One, high))));
    }

    private static Sum Quotient(Sum a, Sum b)
    {
        Expression high = Node(Operator.Divide, a.High, b.High);
        if (IsPowerOfTwo(b.High))
            return new(high, a.Low is null ? null : Node(Operator.Divide, a.Low, b.High));
        Expression residual = Node(Operator.MultiplyAdd, Node(Operator.Negate, high), b.High, a.High);
        return new(high, Node(Operator.Divide, a.Low is null ? residual : Node(Operator.Add, residual, a.Low), b.High));
    }

    private static Sum TwoSum(Sum a, Sum b)
    {
        Expression high = Node(Operator.Add, a.High, b.High);
        Expression right = Node(Operator.Subtract, high, a.High), left = Node(Operator.Subtract, high, right);
        Expression low = Node(Operator.Add, Node(Operator.Subtract, a.High, left), Node(Operator.Subtract, b.High, right));
        foreach (Expression inherited in new[] { a.Low, b.Low }.OfType<Expression>())
            low = Node(Operator.Add, low, inherited);
        return new(high, low);
    }

    /// <summary>+ a.Low·b + a·b.Low.</summary>
    private static Expression? CrossTerms(Sum a, Sum b, Expression? low)
    {
        if (a.Low is not null)
            low = low is null ? Node(Operator.Multiply, a.Low, b.High) : Node(Operator.MultiplyAdd, a.Low, b.High, low);
        if (b.Low is not null)
            low = low is null ? Node(Operator.Multiply, a.High, b.Low) : Node(Operator.MultiplyAdd, a.High, b.Low, low);
        return low;
    }

    private static bool IsPowerOfTwo(Expression node) =>
        node.IsConstant && node.Value != 0 && (BitConverter.DoubleToInt64Bits(node.Value) & 0xFFFFFFFFFFFFF) == 0;
}
