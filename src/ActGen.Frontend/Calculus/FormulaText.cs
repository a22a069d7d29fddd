using System.Globalization;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Calculus;

/// <summary>Formulas as people write them: <c>x·tanh(softplus(x))</c>, <c>1 − y²</c>, <c>[x &gt; 0]</c>.</summary>
internal static class FormulaText
{
    private const int Lowest = 0, Comparison = 1, Sum = 2, Product = 3, Sign = 4, Power = 5, Atom = 6;

    public static string Of(Expression expression, EquatableArray<FormulaParameter> parameters) => Write(expression, parameters).Text;

    private static (string Text, int Strength) Write(Expression node, EquatableArray<FormulaParameter> parameters)
    {
        return node.Operator switch
        {
            Operator.Constant => Number(node.Value),
            Operator.Input => ("x", Atom),
            Operator.Output => ("y", Atom),
            Operator.Parameter => (node.Index < parameters.Count ? parameters[node.Index].Name : "p" + node.Index, Atom),
            Operator.Add => ($"{At(0, Sum)} + {At(1, Sum)}", Sum),
            Operator.Subtract => ($"{At(0, Sum)} − {At(1, Product)}", Sum),
            Operator.Negate => ("−" + At(0, Product), Sign),
            Operator.Multiply or Operator.VanishingProduct => ProductOf(),
            Operator.Divide => ($"{First()}/{At(1, Power)}", Product),
            Operator.MultiplyAdd => ($"{At(0, Product)}·{At(1, Product)} + {At(2, Sum)}", Sum),
            Operator.Greater when node[0].Arguments.Length == 0 && !Algebra.DependsOnInput(node[0]) => ($"{At(1, Sum)} < {At(0, Sum)}", Comparison),
            Operator.GreaterOrEqual when node[0].Arguments.Length == 0 && !Algebra.DependsOnInput(node[0]) => ($"{At(1, Sum)} ≤ {At(0, Sum)}", Comparison),
            Operator.Greater => ($"{At(0, Sum)} > {At(1, Sum)}", Comparison),
            Operator.GreaterOrEqual => ($"{At(0, Sum)} ≥ {At(1, Sum)}", Comparison),
            Operator.Equal => ($"{At(0, Sum)} = {At(1, Sum)}", Comparison),
            Operator.And => ($"{At(0, Comparison)} ∧ {At(1, Comparison)}", Lowest),
            Operator.Or => ($"{At(0, Comparison)} ∨ {At(1, Comparison)}", Lowest),
            Operator.Not => ("¬" + At(0, Atom), Sign),
            Operator.Select when node[1].Is(1) && node[2].Is(0) => ($"[{At(0, Lowest)}]", Atom),
            Operator.Select when node[1].Is(0) && node[2].Is(1) => ($"[not {At(0, Lowest)}]", Atom),
            Operator.Select when node[1].Is(0) && node[2].Operator == Operator.Select && node[2][2].Is(0) => ($"[not {At(0, Lowest)}]·{At(2, Product)}", Product),
            Operator.Select => ($"{At(0, Comparison)} ? {At(1, Comparison)} : {At(2, Lowest)}", Lowest),
            Operator.Abs => ($"|{At(0, Lowest)}|", Atom),
            Operator.Sqrt => ("√" + At(0, Atom), Atom),
            Operator.Sigmoid => ($"σ({At(0, Lowest)})", Atom),
            Operator.TanhSoftplusSlope => ($"sech²(softplus({At(0, Lowest)}))·σ({At(0, Lowest)})", Product),
            Operator.NormalCdf => ($"Φ({At(0, Lowest)})", Atom),
            Operator.NormalPdf => ($"φ({At(0, Lowest)})", Atom),
            _ => ($"{OperatorTable.Row(node.Operator).Key}({string.Join(", ", node.Arguments.Select((_, i) => At(i, Lowest)))})", Atom),
        };

        string At(int argument, int atLeast)
        {
            (string text, int strength) = Write(node[argument], parameters);
            return strength < atLeast ? $"({text})" : text;
        }

        (string Text, int Strength) ProductOf()
        {
            if (node[0] == node[1])
                return (At(0, Atom) + "²", Power);
            if (node[0].Operator == Operator.Multiply && node[0][0] == node[0][1] && node[0][0] == node[1])
                return (At(1, Atom) + "³", Power);
            return ($"{First()}·{Factor(At(1, Product))}", Product);
        }

        // Nobody should have to know what a/b/c and a/b·c mean.
        string First() => At(0, node[0].Operator == Operator.Divide ? Atom : Product);

        static string Factor(string text) => text[0] == '−' ? $"({text})" : text;
    }

    private static (string Text, int Strength) Number(double value) => value switch
    {
        0.5 => ("½", Atom),
        0.25 => ("¼", Atom),
        double.PositiveInfinity => ("∞", Atom),
        double.NegativeInfinity => ("−∞", Sign),
        < 0 => ("−" + Number(-value).Text, Sign),
        _ => (FormulaSerializer.Write(value).TrimEnd('f') is var text && text.Length > 10 ? value.ToString("G7", CultureInfo.InvariantCulture) : text, Atom),
    };
}
