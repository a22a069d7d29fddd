namespace ActGen.Frontend.Calculus;

/// <summary>The rounding of u costs e^u, σ(u), softplus(u) and Φ(u) up to |u| units in their last places: 160 in the tail of GELU's tanh form. Where u is computed,
/// its rounding error l is computed too, by error-free transformations, and put right by the first term of the series:
/// e^(u+l) = e^u + l·e^u, Φ(u+l) = Φ(u) + l·φ(u). Only for f itself, whose error is relative; f′ shares u.</summary>
internal sealed class Compensation
{
    /// <summary>Longer arguments are not followed: their error terms would cost more than the function.</summary>
    private const int LargestArgument = 24;

    /// <summary>A larger error is no rounding of an argument whose function is not 0 or ∞; NaN, the error of an infinite argument, is none at all.</summary>
    private const double LargestError = 1;

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

    private static bool IsSensitive(Expression node) => node.Operator is Operator.Exp or Operator.Sigmoid or Operator.SigmoidProduct
        or Operator.Softplus or Operator.TanhSoftplus or Operator.TanhSoftplusProduct or Operator.LogSigmoid or Operator.NormalPdf or Operator.NormalCdf or Operator.NormalCdfProduct;

    private void Collect(Expression function)
    {
        foreach (Expression node in Lowering.Uses([function]).Keys)
        {
            if (IsSensitive(node) && !_arguments.ContainsKey(node[0]) && node[0].Size <= LargestArgument && RoundedSum.Of(node[0]) is { Low: not null } sum)
                _arguments.Add(node[0], sum);
        }
    }

    private Expression Corrected(Expression function)
    {
        Dictionary<Expression, Expression> errors = _arguments.Values.GroupBy(sum => sum.High).ToDictionary(group => group.Key, group => group.First().Low!);
        return Lowering.Map([function], (node, visit) =>
        {
            if (!IsSensitive(node) || !errors.TryGetValue(node[0], out Expression? low))
                return null;
            Expression u = node[0], value = node.Arguments.Length == 2 ? Expression.Of(node.Operator, u, visit(node[1])) : node;
            return Expression.Of(Operator.Select, IsInTail(node.Operator, u, value, low), Correction(node, u, value, low), value);
        }).Roots[0];
    }

    /// <summary>Where the error is felt, and is one: σ and its like need it in their lower tail only: above, they do not feel u.</summary>
    private static Expression IsInTail(Operator function, Expression u, Expression value, Expression low)
    {
        Expression isRounding = Expression.Of(Operator.Greater, LargestError, Expression.Of(Operator.Abs, low));
        return function switch
        {
            Operator.NormalPdf => isRounding,
            Operator.LogSigmoid => Expression.Of(Operator.And, Expression.Of(Operator.Greater, u, Expression.Zero), isRounding),
            Operator.Exp => Expression.Of(Operator.And, Expression.Of(Operator.Greater, float.MaxValue, value), isRounding),
            _ => Expression.Of(Operator.And, Expression.Of(Operator.Greater, Expression.Zero, u), isRounding),
        };
    }

    /// <summary>value + l·h′(u); in their tails e^u, σ and softplus are their own derivatives.</summary>
    private static Expression Correction(Expression node, Expression u, Expression value, Expression low)
    {
        (Expression slope, Expression error) = node.Operator switch
        {
            Operator.LogSigmoid => (value, Expression.Of(Operator.Negate, low)),
            Operator.NormalPdf => (value, Expression.Of(Operator.Negate, Expression.Of(Operator.Multiply, u, low))),
            Operator.NormalCdf => (Expression.Of(Operator.NormalPdf, u), low),
            Operator.NormalCdfProduct => (Expression.Of(Operator.Multiply, value[1], Expression.Of(Operator.NormalPdf, u)), low),
            _ => (value, low),
        };
        return Expression.Of(Operator.MultiplyAdd, slope, error, value);
    }
}

/// <summary>A value and what its rounding lost.</summary>
/// <param name="High">As floating point computes it.</param>
/// <param name="Low">The error, to a few digits; null where there is none.</param>
internal sealed record Sum(Expression High, Expression? Low);
