namespace ActGen.Frontend.Calculus;

/// <summary>From what is to be computed to how: one exponential for σ(u) and σ(−u), fused multiply-adds.
/// The first root is the function itself, whose tail is kept exact. Roots lowered together share; each root's bits do not depend on which of them is wanted.</summary>
internal static class Lowering
{
    public static Expression[] Of(params Expression[] roots) => Of(roots, []).Roots;

    /// <summary>Also says what became of <paramref name="parts"/> of the roots; a part that was transformed away is null.</summary>
    public static (Expression[] Roots, Expression?[] Parts) Of(Expression[] roots, Expression[] parts)
    {
        (Expression[] machine, Dictionary<Expression, Expression> first) = ToMachine(roots);
        machine[0] = WithExactTail(machine[0]);
        (Expression[] paired, Dictionary<Expression, Expression> second) = PairSigmoids(machine);
        (Expression[] fused, Dictionary<Expression, Expression> third) = Fuse(paired);
        return (fused, [.. parts.Select(part => Follow(third, Follow(second, Follow(first, part))))]);
    }

    private static Expression? Follow(Dictionary<Expression, Expression> images, Expression? part) =>
        part is not null && images.TryGetValue(part, out Expression? image) ? image : null;

    /// <summary>What vectors do not have, by what they have, and tanh(softplus) by its form with one exponential.</summary>
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
            case Operator.Tanh when node[0].Operator == Operator.Softplus:
                return visit(Algebra.TanhOfSoftplus(node[0][0]));
            default:
                return null;
        }
    });

    /// <summary>In x·σ(x) and x·Φ(x) the function underflows before the product does: there the factor goes into the function.</summary>
    private static Expression WithExactTail(Expression root)
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

    /// <summary>r = σ(−|u|) is the smaller of the two and exact in its tail, 1−r the larger: neither cancels.</summary>
    private static (Expression[] Roots, Dictionary<Expression, Expression> Images) PairSigmoids(Expression[] roots)
    {
        var arguments = new HashSet<Expression>();
        foreach (Expression root in roots)
            Collect(root);
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

        void Collect(Expression node)
        {
            if (node.Operator == Operator.Sigmoid)
                arguments.Add(node[0]);
            foreach (Expression argument in node.Arguments)
                Collect(argument);
        }

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

    private static (Expression[] Roots, Dictionary<Expression, Expression> Images) Map(Expression[] roots, Func<Expression, Func<Expression, Expression>, Expression?> replace)
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
