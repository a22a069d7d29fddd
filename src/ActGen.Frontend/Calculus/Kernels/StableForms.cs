namespace ActGen.Frontend.Calculus;

/// <summary>Values by a form that does not cancel or overflow where the plain one does. Made after differentiation, so that derivatives come
/// from the plain form.</summary>
internal static class StableForms
{
    /// <summary>2¹²⁶: beyond, k·u² + c is k·u² and about to overflow.</summary>
    private const double LargeSquare = 8.507059173023462e37;

    /// <summary>(u − tanh u)/u³ in u²: its Taylor series (Abramowitz &amp; Stegun 4.5.64), 19 terms of which are good to a double's digits below this.</summary>
    private const double SmallShrink = 0.625;

    private static readonly double[] Shrink =
    [
        0.3333333333333333, -0.13333333333333333, 0.05396825396825397, -0.021869488536155203,
        0.008863235529902197, -0.003592128036572481, 0.0014558343870513183, -0.000590027440945586,
        0.00023912911424355248, -9.691537956929451e-05, 3.927832388331683e-05, -1.5918905069328964e-05,
        6.451689215655431e-06, -2.6147711512907546e-06, 1.0597268320104654e-06, -4.294911078273806e-07,
        1.7406618963571648e-07, -7.054636946400968e-08, 2.859136662305254e-08,
    ];

    /// <summary>The form of one node; null where the plain one is right.</summary>
    /// <param name="node">Not yet in its form.</param>
    /// <param name="visit">Gives the form of a part.</param>
    public static Expression? Of(Expression node, Func<Expression, Expression> visit)
    {
        return node.Operator switch
        {
            Operator.Tanh when Algebra.IsTanhOfSoftplus(node) => Node(Operator.TanhSoftplus, visit(node[0][0])),
            Operator.LogCosh => LogCosh(visit(node[0])),
            Operator.Sqrt => Squares(node) is { } squares ? Root(visit(node[0]), visit(squares.Base), squares.Scale) : null,
            Operator.Divide when Squares(node[1]) is { } squares && squares.Base == node[0] => Unit(visit(node[0]), Root(visit(node[1][0]), visit(node[0]), squares.Scale), squares.Scale),
            Operator.Multiply when node[0] is { IsConstant: true, Value: > -1 and < 1 } => SumOf(node[1], node[0].Value),
            Operator.Add => SumOf(node, 1),
            Operator.Subtract when node[1].Operator == Operator.Tanh && node[1][0] == node[0] => MinusTanh(visit(node[0])),
            Operator.Subtract when Squares(node[0]) is { } squares && IsRoot(squares.Constant, node[1]) =>
                RootMinusConstant(Root(visit(node[0][0]), visit(squares.Base), squares.Scale), visit(squares.Base), squares.Scale, node[1]),
            Operator.Subtract => SumOf(node, 1),
            _ => null,
        };

        // factor·(√(u²+c) ± u)
        Expression? SumOf(Expression sum, double factor) => sum.Operator switch
        {
            Operator.Add => Sum(sum[0], sum[1], 1, factor) ?? Sum(sum[1], sum[0], 1, factor),
            Operator.Subtract => Sum(sum[1], sum[0], -1, factor),
            _ => null,
        };

        Expression? Sum(Expression u, Expression root, int sign, double factor) => Squares(root) is { } squares && squares.Base == u && squares.Scale.Is(1)
            ? SumWithRoot(visit(u), Root(visit(root[0]), visit(u), squares.Scale), squares.Constant, sign, factor)
            : null;
    }

    /// <summary>c of u/√(k·u² + c), whose derivative by u is c/√³: the quotient rule would write it as a difference that cancels and overflows. Null for anything else.</summary>
    public static Expression? ConstantOfUnit(Expression node) =>
        node.Operator == Operator.Divide && Squares(node[1]) is { } squares && squares.Base == node[0] ? squares.Constant : null;

    private static Expression Node(Operator op, params ReadOnlySpan<Expression> arguments) => Expression.Of(op, arguments);

    private static bool IsRoot(Expression square, Expression root) => root is { IsConstant: true, Value: > 0 } && square.Is(root.Value * root.Value);

    /// <summary>u/√(k·u² + c) is ±1/√k there.</summary>
    /// <param name="u">u.</param>
    /// <param name="root">A choice between two forms of the root.</param>
    /// <param name="scale">k.</param>
    private static Expression Unit(Expression u, Expression root, Expression scale)
    {
        Expression limit = scale.Is(1) ? Expression.One : Node(Operator.Divide, Expression.One, Node(Operator.Sqrt, scale));
        return Node(Operator.Select, root[0],
            Node(Operator.Select, Node(Operator.Greater, u, Expression.Zero), limit, scale.Is(1) ? -1 : Node(Operator.Negate, limit)),
            Node(Operator.Divide, u, root[2]));
    }

    /// <summary>√(k·u² + c) is |u|·√k where the square is about to overflow.</summary>
    private static Expression Root(Expression sum, Expression u, Expression scale)
    {
        Expression magnitude = Node(Operator.Abs, u);
        // (k·u)·u overflows with the whole; u·u does so before.
        if (!scale.Is(1))
            sum = Node(Operator.Add, Node(Operator.Multiply, Node(Operator.Multiply, scale, u), u), Algebra.DependsOnInput(sum[0]) ? sum[1] : sum[0]);
        return Node(Operator.Select, Node(Operator.Greater, sum, LargeSquare),
            scale.Is(1) ? magnitude : Node(Operator.Multiply, magnitude, Node(Operator.Sqrt, scale)),
            Node(Operator.Sqrt, sum));
    }

    /// <summary>k·(√(u²+c) ± u): where the two cancel it is k·c/(√(u²+c) + |u|). With |k| &lt; 1 half the sum is made, which does not overflow where the
    /// result does not.</summary>
    private static Expression SumWithRoot(Expression u, Expression root, Expression constant, int sign, double factor)
    {
        Expression magnitude = Node(Operator.Abs, u);
        Expression cancels = sign > 0 ? Node(Operator.Greater, Expression.Zero, u) : Node(Operator.Greater, u, Expression.Zero);
        if (factor == 1)
        {
            Expression total = Node(Operator.Add, root, magnitude);
            return Node(Operator.Select, cancels, Node(Operator.Divide, constant, total), total);
        }
        Expression half = Node(Operator.MultiplyAdd, 0.5, root, Node(Operator.Multiply, 0.5, magnitude));
        return Node(Operator.Select, cancels, Node(Operator.Divide, 0.5 * factor * constant, half), factor == 0.5 ? half : Node(Operator.Multiply, 2 * factor, half));
    }

    /// <summary>√(k·u²+c²) − c = k·u·(u/(√(k·u²+c²) + c)).</summary>
    private static Expression RootMinusConstant(Expression root, Expression u, Expression scale, Expression constant)
    {
        Expression ratio = Node(Operator.Multiply, u, Node(Operator.Divide, u, Node(Operator.Add, root, constant)));
        return scale.Is(1) ? ratio : Node(Operator.Multiply, scale, ratio);
    }

    private static Expression MinusTanh(Expression u)
    {
        Expression square = Node(Operator.Multiply, u, u), series = Shrink[Shrink.Length - 1];
        for (int i = Shrink.Length - 2; i >= 0; i--)
            series = Node(Operator.MultiplyAdd, series, square, Shrink[i]);
        return Node(Operator.Select, Node(Operator.Greater, SmallShrink, Node(Operator.Abs, u)),
            Node(Operator.Multiply, Node(Operator.Multiply, series, square), u),
            Node(Operator.Subtract, u, Node(Operator.Tanh, u)));
    }

    /// <summary>|u| + ln(1 + e^−2|u|) − ln 2; near 0, where that cancels, ln(1 + (cosh u − 1)) with cosh u − 1 = e²/2(1+e), e = e^u − 1.</summary>
    private static Expression LogCosh(Expression u)
    {
        Expression magnitude = Node(Operator.Abs, u), e = Node(Operator.Expm1, Node(Operator.Min, magnitude, Expression.One));
        Expression near = Node(Operator.Log1p, Node(Operator.Divide,
            Node(Operator.Multiply, 0.5, Node(Operator.Multiply, e, e)), Node(Operator.Add, Expression.One, e)));
        Expression far = Node(Operator.Subtract, Node(Operator.Add, magnitude, Node(Operator.Softplus, Node(Operator.Multiply, -2, magnitude))), 0.69314718055994530942);
        return Node(Operator.Select, Node(Operator.Greater, magnitude, Expression.One), far, near);
    }

    /// <summary>The parts of √(k·u² + c) with k and c free of x; null for anything else.</summary>
    private static (Expression Base, Expression Scale, Expression Constant)? Squares(Expression root)
    {
        if (root.Operator != Operator.Sqrt || root[0] is not { Operator: Operator.Add } sum)
            return null;
        (Expression square, Expression constant) = Algebra.DependsOnInput(sum[1]) ? (sum[1], sum[0]) : (sum[0], sum[1]);
        if (Algebra.DependsOnInput(constant))
            return null;
        var varying = new List<Expression>();
        Expression scale = Expression.One;
        Flatten(square);
        return varying.Count == 2 && varying[0] == varying[1] ? (varying[0], scale, constant) : null;

        void Flatten(Expression factor)
        {
            if (factor.Operator == Operator.Multiply)
            {
                Flatten(factor[0]);
                Flatten(factor[1]);
            }
            else if (Algebra.DependsOnInput(factor))
            {
                varying.Add(factor);
            }
            else
            {
                scale *= factor;
            }
        }
    }
}
