namespace ActGen.Frontend.Calculus;

/// <summary>From what is to be computed to how: one exponential for σ(u) and σ(−u), fused multiply-adds. Roots lowered together share;
/// each root's bits do not depend on which of them is wanted.</summary>
internal static class Lowering
{
    public static Expression[] Of(params Expression[] roots) => Of(roots, []).Roots;

    /// <summary>Also says what became of <paramref name="parts"/> of the roots; a part that was transformed away is null.</summary>
    public static (Expression[] Roots, Expression?[] Parts) Of(Expression[] roots, Expression[] parts)
    {
        (Expression[] machine, Dictionary<Expression, Expression> first) = ToMachine(roots);
        (Expression[] paired, Dictionary<Expression, Expression> second) = PairSigmoids(machine);
        (Expression[] fused, Dictionary<Expression, Expression> third) = Fuse(paired);
        return (fused, [.. parts.Select(part => Follow(third, Follow(second, Follow(first, part))))]);
    }

    private static Expression? Follow(Dictionary<Expression, Expression> images, Expression? part) =>
        part is not null && images.TryGetValue(part, out Expression? image) ? image : null;

    /// <summary>Every part in its <see cref="StableForms">stable form</see>, and safe from <see cref="Overflows">overflow</see> inside.</summary>
    public static Expression Expand(Expression expression) =>
        Map([expression], static (node, visit) => StableForms.Of(node, visit) ?? Overflows.Of(node, visit)).Roots[0];

    /// <summary>What vectors do not have, by what they have.</summary>
    private static (Expression[] Roots, Dictionary<Expression, Expression> Images) ToMachine(Expression[] roots) => Map(roots, (node, visit) =>
    {
        switch (node.Operator)
        {
            case Operator.VanishingProduct:
                Expression a = visit(node[0]), b = visit(node[1]);
                return Expression.Of(Operator.Select, Expression.Of(Operator.Equal, b, Expression.Zero), Expression.Zero, Expression.Of(Operator.Multiply, a, b));
            case Operator.Sign:
                // NaN and ±0 stay what they are.
                Expression u = visit(node[0]);
                Expression orLower = Expression.Of(Operator.Select, Expression.Of(Operator.Greater, Expression.Zero, u), Expression.Constant(-1), u);
                return Expression.Of(Operator.Select, Expression.Of(Operator.Greater, u, Expression.Zero), Expression.One, orLower);
            default:
                return null;
        }
    });

    /// <summary>r = σ(−|u|) is the smaller of the two and exact in its tail, 1−r the larger: neither cancels.</summary>
    private static (Expression[] Roots, Dictionary<Expression, Expression> Images) PairSigmoids(Expression[] roots)
    {
        var arguments = new HashSet<Expression>(Uses(roots).Keys.Where(node => node.Operator == Operator.Sigmoid).Select(node => node[0]));
        return Map(roots, (node, visit) =>
        {
            if (node.Operator == Operator.Multiply && node[0].Operator == Operator.Sigmoid && node[1].Operator == Operator.Sigmoid && node[1][0] == -node[0][0])
            {
                Expression small = Small(node[0][0], visit);
                return Expression.Of(Operator.Multiply, small, Complement(small));
            }
            if (node.Operator != Operator.Sigmoid || !arguments.Contains(-node[0]))
                return null;
            Expression r = Small(node[0], visit);
            Expression isNegative = Expression.Of(Operator.Greater, Expression.Zero, visit(Direction(node[0])));
            return IsNegated(node[0])
                ? Expression.Of(Operator.Select, isNegative, Complement(r), r)
                : Expression.Of(Operator.Select, isNegative, r, Complement(r));
        });

        static Expression Small(Expression u, Func<Expression, Expression> visit) =>
            Expression.Of(Operator.Sigmoid, Expression.Of(Operator.Negate, Expression.Of(Operator.Abs, visit(Direction(u)))));

        static Expression Complement(Expression small) => Expression.Of(Operator.Subtract, Expression.One, small);

        static Expression Direction(Expression u) => IsNegated(u) ? -u : u;
    }

    /// <summary>Of u and −u exactly one is negated; which one does not matter.</summary>
    private static bool IsNegated(Expression u)
    {
        Expression negative = -u;
        return u.Size != negative.Size ? u.Size > negative.Size : string.CompareOrdinal(u.ToString(), negative.ToString()) < 0;
    }

    /// <summary>a·b + c where nobody else needs a·b.</summary>
    private static (Expression[] Roots, Dictionary<Expression, Expression> Images) Fuse(Expression[] roots)
    {
        Dictionary<Expression, int> uses = Uses(roots);
        return Map(roots, (node, visit) => node.Operator switch
        {
            Operator.Add when IsOwnProduct(node[1]) => Fused(node[1], node[0], visit),
            Operator.Add when IsOwnProduct(node[0]) => Fused(node[0], node[1], visit),
            Operator.Subtract when IsOwnProduct(node[1]) =>
                Expression.Of(Operator.MultiplyAdd, Minus(visit(node[1][0])), visit(node[1][1]), visit(node[0])),
            Operator.Subtract when IsOwnProduct(node[0]) =>
                Expression.Of(Operator.MultiplyAdd, visit(node[0][0]), visit(node[0][1]), Minus(visit(node[1]))),
            _ => null,
        });

        bool IsOwnProduct(Expression node) => node.Operator == Operator.Multiply && uses[node] == 1;

        static Expression Fused(Expression product, Expression addend, Func<Expression, Expression> visit) =>
            Expression.Of(Operator.MultiplyAdd, visit(product[0]), visit(product[1]), visit(addend));

        static Expression Minus(Expression value) => value.IsConstant ? -value.Value : Expression.Of(Operator.Negate, value);
    }

    /// <summary>How many distinct nodes (and roots) read each node.</summary>
    public static Dictionary<Expression, int> Uses(IEnumerable<Expression> roots)
    {
        var uses = new Dictionary<Expression, int>();
        foreach (Expression root in roots)
            Count(root);
        return uses;

        void Count(Expression node)
        {
            uses.TryGetValue(node, out int count);
            uses[node] = count + 1;
            if (count > 0)
                return;
            foreach (Expression argument in node.Arguments)
                Count(argument);
        }
    }

    public static (Expression[] Roots, Dictionary<Expression, Expression> Images) Map(Expression[] roots, Func<Expression, Func<Expression, Expression>, Expression?> replace)
    {
        var done = new Dictionary<Expression, Expression>();
        return ([.. roots.Select(Visit)], done);

        Expression Visit(Expression node)
        {
            if (done.TryGetValue(node, out Expression? known))
                return known;
            Expression result = replace(node, Visit) ?? (node.Arguments.Length == 0 ? node : node.With([.. node.Arguments.Select(Visit)]));
            done.Add(node, result);
            return result;
        }
    }
}
