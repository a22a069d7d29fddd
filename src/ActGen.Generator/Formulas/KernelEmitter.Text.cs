using ActGen.Frontend.Calculus;
using ActGen.Generator.Text;

namespace ActGen.Generator.Formulas;

/// <content>The text of one expression.</content>
internal sealed partial class KernelEmitter
{
    private string Text(Expression node)
    {
        if (_written.TryGetValue(node, out string? name))
            return name;
        return node.Operator switch
        {
            Operator.Input => "x",
            Operator.Output => "y",
            Operator.Constant => Constant(node.Value),
            Operator.Add => $"{Operand(node[0])} + {Operand(node[1])}",
            Operator.Subtract => $"{Operand(node[0])} - {Operand(node[1])}",
            Operator.Multiply => $"{Operand(node[0])} * {Operand(node[1])}",
            Operator.Divide => $"{Operand(node[0])} / {Operand(node[1])}",
            // −|u|: the sign is set, not cleared and then turned.
            Operator.Negate when node[0].Operator == Operator.Abs && !_written.ContainsKey(node[0]) => $"TVector.Or({Text(node[0][0])}, TVector.Constant(-0f))",
            Operator.Negate => $"-{Operand(node[0])}",
            Operator.MultiplyAdd => MultiplyAdd(node),
            Operator.Greater => Call("TVector.GreaterThan", node),
            Operator.GreaterOrEqual => Call("TVector.GreaterThanOrEqual", node),
            Operator.Equal => Call("TVector.AreEqual", node),
            Operator.And => Call("TVector.And", node),
            Operator.Or => Call("TVector.Or", node),
            Operator.Not => $"TVector.Select({Text(node[0])}, TVector.Zero, TVector.AreEqual(TVector.Zero, TVector.Zero))",
            Operator.IsNaN => Call("TVector.IsNaN", node),
            Operator.Select => Call("TVector.Select", node),
            Operator.Sqrt => Call("TVector.Sqrt", node),
            Operator.Abs => Call("TVector.Abs", node),
            Operator.Min => Bound("Min", "AtMost", node),
            Operator.Max => Bound("Max", "AtLeast", node),
            _ => Call(Function(node.Operator), node),
        };
    }

    private string Operand(Expression node) =>
        _written.ContainsKey(node) || node.Operator is not (Operator.Add or Operator.Subtract or Operator.Multiply or Operator.Divide or Operator.Negate)
            ? Text(node)
            : $"({Text(node)})";

    private string Call(string function, Expression node) => $"{function}({string.Join(", ", node.Arguments.Select(Text))})";

    /// <summary>A sign that nobody else needs costs nothing within.</summary>
    private string MultiplyAdd(Expression node) =>
        IsOwnSign(node[0]) ? $"TVector.NegatedMultiplyAdd({Text(node[0][0])}, {Text(node[1])}, {Text(node[2])})"
        : IsOwnSign(node[2]) ? $"TVector.MultiplySubtract({Text(node[0])}, {Text(node[1])}, {Text(node[2][0])})"
        : Call("TVector.MultiplyAdd", node);

    private bool IsOwnSign(Expression node) => node.Operator == Operator.Negate && !_written.ContainsKey(node) && node[0].Operator != Operator.Abs;

    /// <summary>A constant bound takes one instruction, unless it is zero, where the sign of the result matters; two at +0 from below, one at −0, which any zero is at least.</summary>
    private string Bound(string function, string byConstant, Expression node)
    {
        if (node.Operator == Operator.Max && node[1].IsConstant && BitConverter.DoubleToInt64Bits(node[1].Value) == 0)
            return $"TVector.AtLeastZero({Text(node[0])})";
        bool isBound = node[1].IsConstant && !double.IsNaN(node[1].Value) && (node[1].Value != 0 || node.Operator == Operator.Max);
        return Call("TVector." + (isBound ? byConstant : function), node);
    }

    private static string Constant(double value) =>
        BitConverter.DoubleToInt64Bits(value) == 0 ? "TVector.Zero"
        : $"TVector.Constant({((float)value == value && !double.IsInfinity(value) ? FormulaSerializer.Write(value) : CodeWriter.Double(value))})";

    /// <summary>Library functions carry the operator's name; those that have a faster form take the precision.</summary>
    private string Function(Operator op) => (_calls ? CalledVectorMath : VectorMath) + op + (OperatorTable.HasFastForm(op) ? "<TVector, TPrecision>" : "");
}
