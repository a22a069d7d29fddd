namespace ActGen.Frontend.Calculus;

/// <summary>Whether NaN comes out where NaN goes in, by the structure of a formula: then it does so for every value of its parameters. They are
/// numbers themselves.</summary>
internal static class NaNFlow
{
    /// <summary>Certain for a true; a false is a doubt.</summary>
    /// <param name="root">A formula of x or of y.</param>
    public static bool Passes(Expression root)
    {
        var done = new Dictionary<Expression, bool>();
        return Reaches(root);

        bool Reaches(Expression node)
        {
            if (node.Operator is Operator.Input or Operator.Output)
                return true;
            if (!Algebra.DependsOnInput(node) || OperatorTable.Row(node.Operator).IsCondition)
                return false;
            if (!done.TryGetValue(node, out bool known))
                done[node] = known = Through(node);
            return known;
        }

        bool Through(Expression node) => node.Operator switch
        {
            Operator.Select => Outcome(node[0]) is { } outcome ? Reaches(node[outcome ? 1 : 2]) : Reaches(node[1]) && Reaches(node[2]),
            // 0 wins over anything.
            Operator.VanishingProduct => Reaches(node[1]) || (Reaches(node[0]) && IsNotZero(node[1])),
            // x⁰ and 1ʸ are 1.
            Operator.Pow => (Reaches(node[0]) && IsNotZero(node[1])) || (Reaches(node[1]) && node[0].IsConstant && !node[0].Is(1)),
            _ => node.Arguments.Any(Reaches),
        };

        // What a condition says of NaN; null where that depends on more. No comparison with NaN holds.
        bool? Outcome(Expression condition) => condition.Operator switch
        {
            Operator.Constant => condition.Value != 0,
            Operator.Greater or Operator.GreaterOrEqual or Operator.Equal => condition.Arguments.Any(Reaches) ? false : null,
            Operator.IsNaN => Reaches(condition[0]) ? true : null,
            Operator.Not => !Outcome(condition[0]),
            Operator.And => Outcome(condition[0]) == false || Outcome(condition[1]) == false ? false
                : Outcome(condition[0]) == true && Outcome(condition[1]) == true ? true : null,
            Operator.Or => Outcome(condition[0]) == true || Outcome(condition[1]) == true ? true
                : Outcome(condition[0]) == false && Outcome(condition[1]) == false ? false : null,
            _ => null,
        };

        static bool IsNotZero(Expression node) => node.IsConstant && !node.Is(0);
    }
}
