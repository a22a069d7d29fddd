namespace ActGen.Frontend.Calculus;

/// <summary>The slope where several choices change at one point. Each has its convention there, and they need not add up: max(0, x) + min(0, eˣ − 1)
/// is smooth at 0, but 0 + 0 is not its slope. Where both one-sided slopes agree, the derivative is that slope.</summary>
internal static class Ties
{
    private const double Agreement = 1e-9;

    /// <param name="function">f, simplified.</param>
    /// <param name="derivative">f′ by the conventions of each choice.</param>
    public static Expression Settle(Expression function, Expression derivative)
    {
        Border[] borders = [.. Lowering.Uses([function]).Keys.Select(Border.Of).OfType<Border>()];
        foreach (Expression root in borders.Select(border => border.Root).OfType<Expression>().Distinct())
        {
            Border[] there = [.. borders.Select(border => border.At(root)).OfType<Border>()];
            if (there.Length > 1 && Slope(function, derivative, there, root) is { } settled)
                derivative = settled;
        }
        return derivative;
    }

    private static Expression? Slope(Expression function, Expression derivative, Border[] borders, Expression root)
    {
        Expression left = Side(function, borders, -1), right = Side(function, borders, 1);
        if (!AreEqual(Substitute(left, root), Substitute(right, root)))
            return null;
        Expression before = Substitute(Differentiation.Of(left, Expression.Input), root), after = Substitute(Differentiation.Of(right, Expression.Input), root);
        Border line = borders.First(border => border.Root == root);
        Expression isThere = Expression.Of(Operator.Equal, line.First, line.Second);
        if (AreEqual(before, after))
            return Algebra.Make(Operator.Select, isThere, after, derivative);
        // A kink, or smooth for some values of the parameters.
        return before.IsConstant && after.IsConstant ? null
            : Algebra.Make(Operator.Select, Expression.Of(Operator.And, isThere, Expression.Of(Operator.Equal, before, after)), after, derivative);
    }

    /// <summary>The formula that holds on one side.</summary>
    private static Expression Side(Expression function, Border[] borders, int side) => Algebra.Rewrite(function, node =>
    {
        if (borders.FirstOrDefault(border => border.Switch == (node.Operator == Operator.Select ? node[0] : node)) is not { } border)
            return null;
        bool isFirstLarger = border.Rises == (side > 0);
        return node.Operator switch
        {
            Operator.Select => Side(node[isFirstLarger ? 1 : 2], borders, side),
            Operator.Max => Side(node[isFirstLarger ? 0 : 1], borders, side),
            Operator.Min => Side(node[isFirstLarger ? 1 : 0], borders, side),
            Operator.Abs => isFirstLarger ? Side(node[0], borders, side) : -Side(node[0], borders, side),
            Operator.Sign => isFirstLarger ? Expression.One : -1,
            _ => null,
        };
    });

    private static Expression Substitute(Expression expression, Expression x) => Algebra.Rewrite(expression, node => node.Operator == Operator.Input ? x : null);

    private static bool AreEqual(Expression a, Expression b) =>
        a == b || (a.IsConstant && b.IsConstant && Math.Abs(a.Value - b.Value) <= Agreement * Math.Max(1, Math.Abs(a.Value)));

    /// <summary>A choice between two values.</summary>
    /// <param name="Switch">The node that decides.</param>
    /// <param name="First">The larger one where it decides for its first.</param>
    /// <param name="Second">The other.</param>
    /// <param name="Root">Where they are equal, if their difference is a line in x.</param>
    /// <param name="Rises">Whether the first is the larger one to the right of where they are equal.</param>
    private sealed record Border(Expression Switch, Expression First, Expression Second, Expression? Root, bool Rises)
    {
        public static Border? Of(Expression node) => node.Operator switch
        {
            Operator.Max or Operator.Min or Operator.Greater or Operator.GreaterOrEqual => Between(node, node[0], node[1]),
            Operator.Abs or Operator.Sign => Between(node, node[0], Expression.Zero),
            _ => null,
        };

        /// <summary>This border if it lies at <paramref name="root"/>: the difference crosses 0 there.</summary>
        public Border? At(Expression root)
        {
            Expression difference = First - Second;
            return Substitute(difference, root) is { IsConstant: true } value && Math.Abs(value.Value) <= Agreement
                && Substitute(Differentiation.Of(difference, Expression.Input), root) is { IsConstant: true, Value: not 0 } slope
                ? this with { Rises = slope.Value > 0 }
                : null;
        }

        private static Border? Between(Expression node, Expression first, Expression second)
        {
            Expression difference = first - second;
            if (!Algebra.DependsOnInput(difference))
                return null;
            Expression slope = Differentiation.Of(difference, Expression.Input);
            return new Border(node, first, second, slope is { IsConstant: true, Value: not 0 } ? -Substitute(difference, Expression.Zero) / slope : null, Rises: true);
        }
    }
}
