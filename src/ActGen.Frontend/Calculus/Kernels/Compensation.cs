namespace ActGen.Frontend.Calculus;

/// <summary>The rounding of u costs e^u and σ(u) up to |u| units in their last places: 160 in the tail of GELU's tanh form. Where u is computed,
/// its rounding error l is computed too, by error-free transformations, and put right by the first term of the series:
/// e^(u+l) = e^u + l·e^u. Only for f itself, whose error is relative; f′ shares u.</summary>
internal sealed class Compensation
{
    /// <summary>Longer arguments are not followed: their error terms would cost more than the function.</summary>
    private const int LargestArgument = 24;

    /// <summary>Below minus this both functions are 0, and infinities have no rounding error.</summary>
    private const double Reach = 1e6;

    private readonly Dictionary<Expression, Sum> _arguments = [];

    /// <param name="function">f, guarded.</param>
    public Compensation(Expression function)
    {
        Collect(function);
        Function = _arguments.Count == 0 ? function : Corrected(Apply(function));
    }

    /// <summary>f with corrected exponentials.</summary>
    public Expression Function { get; }

    /// <summary><paramref name="other"/> with the same arguments, uncorrected: one exponential serves both.</summary>
    public Expression Apply(Expression other) => _arguments.Count == 0 ? other : Lowering.Map([other], (node, _) =>
        _arguments.TryGetValue(node, out Sum? argument) ? argument.High
        : node.Operator == Operator.Negate && _arguments.TryGetValue(node[0], out Sum? positive) ? -positive.High
        : node.Arguments.Length > 0 && _arguments.TryGetValue(-node, out Sum? negative) ? -negative.High
        : null).Roots[0];

    private static bool IsSensitive(Expression node) => node.Operator is Operator.Exp or Operator.Sigmoid or Operator.SigmoidProduct;

    private void Collect(Expression node)
    {
        if (IsSensitive(node) && !_arguments.ContainsKey(node[0]) && node[0].Size <= LargestArgument && RoundedSum.Of(node[0]) is { Low: not null } sum)
            _arguments.Add(node[0], sum);
        foreach (Expression argument in node.Arguments)
            Collect(argument);
    }

    private Expression Corrected(Expression function)
    {
        Dictionary<Expression, Expression> errors = _arguments.Values.GroupBy(sum => sum.High).ToDictionary(group => group.Key, group => group.First().Low!);
        return Lowering.Map([function], (node, visit) =>
        {
            if (!IsSensitive(node) || !errors.TryGetValue(node[0], out Expression? low))
                return null;
            Expression value = node.Operator == Operator.SigmoidProduct ? Expression.Of(node.Operator, node[0], visit(node[1])) : node;
            // σ needs it in its lower tail only: above, it does not feel u.
            Expression below = node.Operator == Operator.Exp
                ? Expression.Of(Operator.Greater, float.MaxValue, value)
                : Expression.Of(Operator.Greater, Expression.Zero, node[0]);
            Expression inReach = Expression.Of(Operator.And, below, Expression.Of(Operator.Greater, node[0], -Reach));
            return Expression.Of(Operator.Select, inReach, Expression.Of(Operator.MultiplyAdd, value, low, value), value);
        }).Roots[0];
    }
}

/// <summary>A value and what its rounding lost.</summary>
/// <param name="High">As floating point computes it.</param>
/// <param name="Low">The error, to a few digits; null where there is none.</param>
internal sealed record Sum(Expression High, Expression? Low);
