namespace ActGen.Frontend.Calculus;

/// <summary>Bounds that hold for all x, by interval arithmetic (Moore 1966): wide, but proven. They decide where sampling cannot.</summary>
/// <param name="Low">No value is below it.</param>
/// <param name="High">No value is above it.</param>
internal readonly record struct Enclosure(double Low, double High)
{
    private static readonly Enclosure Everything = new(double.NegativeInfinity, double.PositiveInfinity);

    public static Enclosure Of(Expression node, double[] parameters)
    {
        Enclosure[] a = [.. node.Arguments.Select(argument => Of(argument, parameters))];
        Enclosure found = node.Operator switch
        {
            Operator.Constant => new(node.Value, node.Value),
            Operator.Parameter => new(parameters[node.Index], parameters[node.Index]),
            Operator.Add => new(a[0].Low + a[1].Low, a[0].High + a[1].High),
            Operator.Subtract => new(a[0].Low - a[1].High, a[0].High - a[1].Low),
            Operator.Negate => new(-a[0].High, -a[0].Low),
            Operator.Multiply when node[0] == node[1] => Magnitude(a[0]) is var m ? new(Times(m.Low, m.Low), Times(m.High, m.High)) : default,
            // sin u · cos u = ½ sin 2u
            Operator.Multiply when (node[0].Operator, node[1].Operator) is (Operator.Sin, Operator.Cos) or (Operator.Cos, Operator.Sin) && node[0][0] == node[1][0] => new(-0.5, 0.5),
            Operator.Multiply => Product(a[0], a[1]),
            Operator.Divide when a[1].Low > 0 || a[1].High < 0 => Product(a[0], new(1 / a[1].High, 1 / a[1].Low)),
            Operator.Select => new(Math.Min(a[1].Low, a[2].Low), Math.Max(a[1].High, a[2].High)),
            Operator.Min => new(Math.Min(a[0].Low, a[1].Low), Math.Min(a[0].High, a[1].High)),
            Operator.Max => new(Math.Max(a[0].Low, a[1].Low), Math.Max(a[0].High, a[1].High)),
            Operator.Abs => Magnitude(a[0]),
            Operator.Sin or Operator.Cos or Operator.Sign => new(-1, 1),
            Operator.NormalPdf => new(0, RealMath.NormalPdf(0)),
            Operator.Sqrt or Operator.Exp or Operator.Expm1 or Operator.Log or Operator.Log1p or Operator.Tanh or Operator.Sigmoid or Operator.Softplus
                or Operator.LogSigmoid or Operator.Atan or Operator.Erf or Operator.NormalCdf => new(Value(node.Operator, a[0].Low), Value(node.Operator, a[0].High)),
            Operator.Erfc => new(RealMath.Erfc(a[0].High), RealMath.Erfc(a[0].Low)),
            _ => Everything,
        };
        // A bound that is no number bounds nothing.
        return new(double.IsNaN(found.Low) ? double.NegativeInfinity : found.Low, double.IsNaN(found.High) ? double.PositiveInfinity : found.High);
    }

    private static double Value(Operator op, double x) => OperatorTable.Row(op).Evaluate([x]);

    private static Enclosure Magnitude(Enclosure a) => new(
        a.Low > 0 ? a.Low : a.High < 0 ? -a.High : 0,
        Math.Max(Math.Abs(a.Low), Math.Abs(a.High)));

    private static Enclosure Product(Enclosure a, Enclosure b)
    {
        double p = Times(a.Low, b.Low), q = Times(a.Low, b.High), r = Times(a.High, b.Low), s = Times(a.High, b.High);
        return new(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)));
    }

    /// <summary>0·∞ is 0 here: the infinite bound is never a value.</summary>
    private static double Times(double a, double b) => a == 0 || b == 0 ? 0 : a * b;
}
