namespace ActGen.Frontend.Calculus;

/// <summary>On what it depends that an expression has a value: denominators other than 0, arguments of logarithms and roots that are not negative. Two expressions
/// that are equal as functions but depend on different things are not equal as programs: x/x is 1 except at 0, where it is no number.</summary>
internal sealed class Definedness
{
    private readonly Dictionary<Expression, HashSet<(Requirement, Expression, Expression?)>> _known = [];

    private enum Requirement
    {
        NotZero,
        Root,
        Logarithm,
        LogarithmOfOnePlus,
        Power,
    }

    /// <summary>Whether one has a value wherever the other has.</summary>
    public bool AreAlike(Expression a, Expression b) => Of(a).SetEquals(Of(b));

    /// <summary>Each requirement with its subject, and the condition under which it counts: a branch that is not taken needs nothing.</summary>
    private HashSet<(Requirement, Expression, Expression?)> Of(Expression node)
    {
        if (_known.TryGetValue(node, out HashSet<(Requirement, Expression, Expression?)>? known))
            return known;
        var all = new HashSet<(Requirement, Expression, Expression?)>();
        if (node.Operator == Operator.Select)
        {
            all.UnionWith(Of(node[0]));
            all.UnionWith(Of(node[1]).Select(one => (one.Item1, one.Item2, Under(node[0], one.Item3))));
            all.UnionWith(Of(node[2]).Select(one => (one.Item1, one.Item2, Under(Expression.Of(Operator.Not, node[0]), one.Item3))));
        }
        else
        {
            foreach (Expression argument in node.Arguments)
                all.UnionWith(Of(argument));
            AddOwn(node, all);
        }
        _known.Add(node, all);
        return all;
    }

    private static Expression? Under(Expression condition, Expression? inner) => inner is null ? condition : Expression.Of(Operator.And, condition, inner);

    private static void AddOwn(Expression node, HashSet<(Requirement, Expression, Expression?)> all)
    {
        switch (node.Operator)
        {
            case Operator.Divide:
                NotZero(node[1]);
                break;
            case Operator.Sqrt when !Signs.IsNonNegative(node[0]):
                all.Add((Requirement.Root, node[0], null));
                break;
            case Operator.Log when node[0].Operator == Operator.Add && (node[0][0].Is(1) || node[0][1].Is(1)):
                OnePlus(node[0][0].Is(1) ? node[0][1] : node[0][0]);
                break;
            case Operator.Log when !Signs.IsPositive(node[0]):
                all.Add((Requirement.Logarithm, node[0], null));
                break;
            case Operator.Log1p:
                OnePlus(node[0]);
                break;
            case Operator.Pow when !Signs.IsPositive(node[0]):
                Power(node[0], node[1]);
                break;
        }

        void OnePlus(Expression u)
        {
            if (!Signs.IsNonNegative(u))
                all.Add((Requirement.LogarithmOfOnePlus, u, null));
        }

        void Power(Expression a, Expression exponent)
        {
            if (!exponent.IsConstant)
            {
                all.Add((Requirement.Power, Expression.Of(Operator.Pow, a, exponent), null));
                return;
            }
            if (Math.Floor(exponent.Value) != exponent.Value && !Signs.IsNonNegative(a))
                all.Add((Requirement.Root, a, null));
            if (exponent.Value < 0)
                NotZero(a);
        }

        // Of a product each factor; the sign and the root of a number are 0 where it is.
        void NotZero(Expression factor)
        {
            switch (factor.Operator)
            {
                case Operator.Multiply:
                    NotZero(factor[0]);
                    NotZero(factor[1]);
                    break;
                case Operator.Negate or Operator.Sqrt or Operator.Abs:
                    NotZero(factor[0]);
                    break;
                case Operator.Divide:
                    NotZero(factor[0]);
                    break;
                default:
                    if (!Signs.IsPositive(factor) && !Signs.IsPositive(-factor) && !(factor.IsConstant && factor.Value != 0))
                        all.Add((Requirement.NotZero, factor, null));
                    break;
            }
        }
    }
}
