namespace ActGen.Frontend.Calculus;

/// <summary>What computing lowered expressions together takes.</summary>
/// <param name="Cheap">Additions, multiplications, fused multiply-adds, comparisons, choices; a sign inside a fused multiply-add is free.</param>
/// <param name="Divisions">Quotients and roots.</param>
/// <param name="Functions">Calls of library functions; what comes out of one exponential or of one reduction is one call.</param>
/// <param name="Exponentials">Those of them that are an exponential and nothing else.</param>
internal sealed record OperationCount(int Cheap, int Divisions, int Functions, int Exponentials)
{
    /// <summary>Whether the functions are more than the JIT inlines into one loop: more than one beside an exponential.</summary>
    public bool IsTooMuchToInline => Functions > 2 || Functions - Exponentials > 1;

    public static OperationCount Of(params Expression[] roots)
    {
        Dictionary<Expression, int> uses = Lowering.Uses(roots);
        var inFused = new Dictionary<Expression, int>();
        foreach (Expression argument in uses.Keys.Where(node => node.Operator == Operator.MultiplyAdd).SelectMany(node => node.Arguments).Where(node => node.Operator == Operator.Negate))
            inFused[argument] = inFused.TryGetValue(argument, out int count) ? count + 1 : 1;
        // σ(−|u|) comes with the product; its argument is not computed for itself.
        var shared = new HashSet<Expression>(uses.Keys.Where(node => node.Operator == Operator.SigmoidProduct).Select(node => Smaller(node[0])).Where(uses.ContainsKey));
        var free = new HashSet<Expression>(shared.SelectMany(node => new[] { node[0], node[0][0] }).Where(node => uses[node] == 1));
        // −|u| sets a sign.
        free.UnionWith(uses.Keys.Where(node => node.Operator == Operator.Negate && node[0].Operator == Operator.Abs && uses[node[0]] == 1).Select(node => node[0]));
        int cheap = 0, divisions = 0;
        var functions = new HashSet<(Operator, Expression)>();
        foreach (KeyValuePair<Expression, int> use in uses)
        {
            Expression node = use.Key;
            if (node.Arguments.Length == 0 || free.Contains(node) || (inFused.TryGetValue(node, out int fused) && fused >= use.Value))
                continue;
            if (OperatorTable.IsLibraryFunction(node))
                functions.Add(Call(node));
            else if (node.Operator is Operator.Divide or Operator.Sqrt)
                divisions++;
            else
                cheap++;
        }
        return new(cheap, divisions, functions.Count, functions.Count(call => call.Item1 is Operator.Exp or Operator.Expm1));

        (Operator, Expression) Call(Expression node) => node.Operator switch
        {
            Operator.SigmoidProduct => (Operator.Sigmoid, Smaller(node[0])),
            Operator.SigmoidTail => (Operator.Sigmoid, Expression.Of(Operator.Sigmoid, node[0])),
            Operator.Sigmoid => (Operator.Sigmoid, node),
            Operator.NormalCdf or Operator.NormalPdf or Operator.NormalCdfProduct or Operator.NormalGate => (Operator.NormalCdf, node[0]),
            Operator.Sin or Operator.Cos => (Operator.Sin, node[0]),
            Operator.TanhSoftplus or Operator.TanhSoftplusSlope or Operator.TanhSoftplusProduct => (Operator.TanhSoftplus, node[0]),
            _ => (node.Operator, node),
        };
    }

    private static Expression Smaller(Expression u) => Expression.Of(Operator.Sigmoid, Expression.Of(Operator.Negate, Expression.Of(Operator.Abs, u)));
}
