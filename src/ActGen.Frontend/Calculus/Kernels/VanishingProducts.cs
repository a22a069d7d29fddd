namespace ActGen.Frontend.Calculus;

/// <summary>Products of which one factor decides at the ends: 0 where that factor is 0, though the other is infinite there. That changes NaN only.</summary>
internal static class VanishingProducts
{
    // VectorMath.SigmoidProduct, TanhSoftplusProduct and NormalCdfProduct go no further out than this, and ask there for a factor that vanishes with them.
    private const double TailOfSigmoid = 172, FactorOfSigmoid = 1152921504606846976; // 2⁶⁰
    private const double TailOfNormalCdf = 14.6, FactorOfNormalCdf = 64;

    /// <summary>From here on σ and Φ are 1, in double too.</summary>
    private const double Saturated = 64;

    /// <summary>x·e^−x², and β·x inside a function, β a parameter that may be 0. Cheap formulas keep their products with parameters: a·x costs less than
    /// its repair.</summary>
    public static Expression Of(Expression root)
    {
        bool isCheap = !Lowering.Uses([root]).Keys.Any(node => OperatorTable.IsLibraryFunction(node) || node.Operator is Operator.Sqrt or Operator.Divide);
        return Lowering.Map([root], (node, visit) => node.Operator switch
        {
            Operator.SigmoidProduct or Operator.TanhSoftplusProduct => Tail(node.Operator, visit(node[0]), visit(node[1]), TailOfSigmoid, FactorOfSigmoid),
            Operator.NormalCdfProduct => Tail(node.Operator, visit(node[0]), visit(node[1]), TailOfNormalCdf, FactorOfNormalCdf),
            Operator.Multiply => Product(node, visit(node[0]), visit(node[1]), isCheap),
            _ => null,
        }).Roots[0];
    }

    private static Expression? Product(Expression written, Expression left, Expression right, bool isCheap)
    {
        if (Decides(written[1], right, written[0], isCheap))
            return Expression.Of(Operator.VanishingProduct, left, right);
        return Decides(written[0], left, written[1], isCheap) ? Expression.Of(Operator.VanishingProduct, right, left) : null;
    }

    private static bool Decides(Expression factor, Expression rewritten, Expression other, bool isCheap)
    {
        if (!Algebra.DependsOnInput(other))
            return false;
        if (Algebra.DependsOnInput(factor))
            return DiesOut(factor) || IsScaled(rewritten);
        return !isCheap && !factor.IsConstant;
    }

    private static bool DiesOut(Expression factor) =>
        OperatorTable.IsLibraryFunction(factor) || (factor.Operator == Operator.Multiply && DiesOut(factor[0]) && DiesOut(factor[1]));

    /// <summary>u·p, 0 for p = 0.</summary>
    private static bool IsScaled(Expression product) =>
        product.Operator == Operator.VanishingProduct && (!Algebra.DependsOnInput(product[1]) || IsScaled(product[1]));

    /// <summary>σ(u)·v and Φ(u)·v: v is held where both vanish, it is the product where σ and Φ are 1, and is halved where u is 0·∞, that is 0.</summary>
    private static Expression Tail(Operator product, Expression u, Expression v, double start, double largest)
    {
        Expression held = Expression.Of(Operator.Min, Expression.Of(Operator.Max, v, -largest), largest);
        Expression whole = Expression.Of(product, u, Expression.Of(Operator.Select, Expression.Of(Operator.Greater, -start, u), held, v));
        whole = Expression.Of(Operator.Select, Expression.Of(Operator.Greater, u, Saturated), v, whole);
        return IsScaled(u)
            ? Expression.Of(Operator.Select, Expression.Of(Operator.Equal, u, Expression.Zero), Expression.Of(Operator.Multiply, product == Operator.TanhSoftplusProduct ? 0.6 : 0.5, v), whole)
            : whole;
    }
}
