namespace ActGen.Frontend.Calculus;

/// <summary>Signs that an expression has for every x and all parameters, as far as its form shows.</summary>
internal static class Signs
{
    public static bool IsPositive(Expression node) => node.Operator switch
    {
        Operator.Constant => node.Value > 0,
        Operator.Exp or Operator.Sigmoid or Operator.Softplus or Operator.NormalCdf or Operator.NormalPdf or Operator.Erfc => true,
        Operator.Sqrt => IsPositive(node[0]),
        Operator.Pow => IsPositive(node[0]),
        Operator.Add => (IsPositive(node[0]) && IsNonNegative(node[1])) || (IsNonNegative(node[0]) && IsPositive(node[1])),
        Operator.Multiply or Operator.Divide or Operator.Min => IsPositive(node[0]) && IsPositive(node[1]),
        Operator.Max => IsPositive(node[0]) || IsPositive(node[1]),
        Operator.Select => IsPositive(node[1]) && IsPositive(node[2]),
        _ => false,
    };

    public static bool IsNonNegative(Expression node) => IsPositive(node) || node.Operator switch
    {
        Operator.Constant => node.Value >= 0,
        Operator.Abs or Operator.Sqrt or Operator.LogCosh => true,
        Operator.Multiply => node[0] == node[1] || (IsNonNegative(node[0]) && IsNonNegative(node[1])),
        Operator.Add or Operator.Min => IsNonNegative(node[0]) && IsNonNegative(node[1]),
        Operator.Divide => IsNonNegative(node[0]) && IsPositive(node[1]),
        Operator.Max => IsNonNegative(node[0]) || IsNonNegative(node[1]),
        Operator.Select => IsNonNegative(node[1]) && IsNonNegative(node[2]),
        _ => false,
    };
}
