using ActGen.Frontend.Calculus;

namespace ActGen.Generator.Formulas;

/// <content>Functions that are computed together.</content>
internal sealed partial class KernelEmitter
{
    /// <summary>Functions of one argument that share an exponential or a reduction are one call.</summary>
    private bool WithSharedWork(Expression node) => node.Operator switch
    {
        Operator.Sigmoid or Operator.SigmoidProduct or Operator.SigmoidTail => WithSigmoidProduct(node),
        Operator.NormalCdf or Operator.NormalPdf or Operator.NormalCdfProduct or Operator.NormalGate =>
            WithSlope(node, Operator.NormalCdf, Operator.NormalPdf, Used(Operator.NormalGate, p => p[0] == node[0]) is null ? Operator.NormalCdfProduct : Operator.NormalGate),
        Operator.TanhSoftplus or Operator.TanhSoftplusSlope or Operator.TanhSoftplusProduct =>
            WithSlope(node, Operator.TanhSoftplus, Operator.TanhSoftplusSlope, Operator.TanhSoftplusProduct),
        Operator.Sin or Operator.Cos => WithSlope(node, Operator.Sin, Operator.Cos, product: null),
        _ => false,
    };

    /// <summary>u·σ(v) with σ(−|v|).</summary>
    private bool WithSigmoidProduct(Expression node)
    {
        Expression? product = Used(Operator.SigmoidProduct, IsOf) ?? Used(Operator.SigmoidTail, IsOf);
        if (product is null)
            return false;
        State(product[1]);
        string smallName = _uses.ContainsKey(Smaller(product)) ? Name("small") : "";
        Declare(product, "product", $"{Function(product.Operator)}({Text(product[0])}, {Text(product[1])}, out {Out(smallName)})");
        if (smallName.Length > 0)
            _written[Smaller(product)] = smallName;
        return true;

        bool IsOf(Expression p) => node == p || node == Smaller(p);

        static Expression Smaller(Expression p) =>
            Expression.Of(Operator.Sigmoid, p.Operator == Operator.SigmoidTail ? p[0] : Expression.Of(Operator.Negate, Expression.Of(Operator.Abs, p[0])));
    }

    /// <summary>u·F(v) where there is such a product, F(v) and F′(v).</summary>
    private bool WithSlope(Expression node, Operator function, Operator slope, Operator? product)
    {
        Expression value = Expression.Of(function, node[0]), derivative = Expression.Of(slope, node[0]);
        string valueName = _uses.ContainsKey(value) ? Name(FunctionName(value)) : "", slopeName = _uses.ContainsKey(derivative) ? Name(FunctionName(derivative)) : "";
        if (product is { } withFactor && Used(withFactor, p => p[0] == node[0]) is { } tail)
        {
            foreach (Expression argument in tail.Arguments)
                State(argument);
            Declare(tail, "product", $"{Function(withFactor)}({string.Join(", ", tail.Arguments.Select(Text))}, out {Out(valueName)}, out {Out(slopeName)})");
        }
        else if (valueName.Length > 0 && slopeName.Length > 0)
        {
            code.Line($"TVector {valueName} = {Function(function)}({Text(node[0])}, out TVector {slopeName});");
        }
        else
        {
            _taken.Remove(valueName);
            _taken.Remove(slopeName);
            return false;
        }
        if (valueName.Length > 0)
            _written[value] = valueName;
        if (slopeName.Length > 0)
            _written[derivative] = slopeName;
        return true;
    }

    private Expression? Used(Operator op, Func<Expression, bool> matches) => _uses.Keys.FirstOrDefault(used => used.Operator == op && matches(used));

    private static string Out(string name) => name.Length > 0 ? "TVector " + name : "_";
}
