using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Generator.Text;

namespace ActGen.Generator.Formulas;

/// <summary>Expressions as C# statements on vectors: one per library function, per shared part and per local of the author.</summary>
internal sealed class KernelEmitter(CodeWriter code, EquatableArray<FormulaParameter> parameters, IReadOnlyDictionary<Expression, string> names)
{
    private const string VectorMath = "global::ActGen.CompilerServices.VectorMath.";

    private readonly Dictionary<Expression, string> _written = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private Dictionary<Expression, int> _uses = [];
    private HashSet<Expression> _errors = [];

    public void Return(Expression root)
    {
        Start(root);
        code.Line($"return {Text(root)};");
    }

    public void ReturnBoth(Expression forward, Expression derivative)
    {
        Start(forward, derivative);
        code.Line($"derivative = {Text(derivative)};");
        code.Line($"return {Text(forward)};");
    }

    /// <summary>f′ from y: cheaper than from x.</summary>
    public void ReturnBothByOutput(Expression forward, Expression derivativeOfOutput)
    {
        Start(forward);
        code.Line($"TVector y = {Text(forward)};");
        Prepare(derivativeOfOutput);
        code.Line($"derivative = {Text(derivativeOfOutput)};");
        code.Line("return y;");
    }

    private void Start(params Expression[] roots)
    {
        _written.Clear();
        _taken.Clear();
        // Names of the method's own parameters and of what it refers to.
        _taken.UnionWith(["x", "y", "p", "derivative", "parameter", "TVector", "TPrecision"]);
        Prepare(roots);
    }

    private void Prepare(params Expression[] roots)
    {
        _uses = Lowering.Uses(roots);
        // 1 > |ε|: what an argument's rounding cost.
        _errors = [.. _uses.Keys.Where(node => node.Operator == Operator.Greater && node[0].Is(1) && node[1].Operator == Operator.Abs).Select(node => node[1][0])];
        foreach (Expression parameter in _uses.Keys.Where(node => node.Operator == Operator.Parameter).OrderBy(node => node.Index))
        {
            if (!_written.ContainsKey(parameter))
                Declare(parameter, parameters[parameter.Index].Name, $"p[{parameter.Index}]");
        }
        foreach (Expression root in roots)
            State(root, isRoot: true);
    }

    /// <summary>Writes the statements that <paramref name="node"/> needs, and its own where it deserves one.</summary>
    private void State(Expression node, bool isRoot = false)
    {
        if (node.Arguments.Length == 0 || _written.ContainsKey(node))
            return;
        foreach (Expression argument in node.Arguments)
            State(argument);
        if (_written.ContainsKey(node))
            return;
        if (WithSharedWork(node))
            return;
        if (names.TryGetValue(node, out string? given))
        {
            Declare(node, given, Text(node));
        }
        else if (!isRoot && OperatorTable.IsLibraryFunction(node))
        {
            Declare(node, FunctionName(node), Text(node));
        }
        else if (_uses[node] > 1)
        {
            Declare(node, _errors.Contains(node) ? "error" : SharedName(node), Text(node));
        }
    }

    /// <summary>Functions of one argument that share an exponential or a reduction are one call.</summary>
    private bool WithSharedWork(Expression node) => node.Operator switch
    {
        Operator.Sigmoid or Operator.SigmoidProduct => WithSigmoidProduct(node),
        Operator.NormalCdf or Operator.NormalPdf or Operator.NormalCdfProduct =>
            WithSlope(node, Operator.NormalCdf, Operator.NormalPdf, Operator.NormalCdfProduct),
        Operator.TanhSoftplus or Operator.TanhSoftplusSlope or Operator.TanhSoftplusProduct =>
            WithSlope(node, Operator.TanhSoftplus, Operator.TanhSoftplusSlope, Operator.TanhSoftplusProduct),
        Operator.Sin or Operator.Cos => WithSlope(node, Operator.Sin, Operator.Cos, product: null),
        _ => false,
    };

    /// <summary>u·σ(v) with σ(−|v|).</summary>
    private bool WithSigmoidProduct(Expression node)
    {
        Expression? product = Used(Operator.SigmoidProduct, p => node == p || node == Smaller(p[0]));
        if (product is null)
            return false;
        State(product[1]);
        string smallName = _uses.ContainsKey(Smaller(product[0])) ? Name("small") : "";
        Declare(product, "product", $"{Function(Operator.SigmoidProduct)}({Text(product[0])}, {Text(product[1])}, out {Out(smallName)})");
        if (smallName.Length > 0)
            _written[Smaller(product[0])] = smallName;
        return true;

        static Expression Smaller(Expression v) => Expression.Of(Operator.Sigmoid, Expression.Of(Operator.Negate, Expression.Of(Operator.Abs, v)));
    }

    /// <summary>u·F(v) where there is such a product, F(v) and F′(v).</summary>
    private bool WithSlope(Expression node, Operator function, Operator slope, Operator? product)
    {
        Expression value = Expression.Of(function, node[0]), derivative = Expression.Of(slope, node[0]);
        string valueName = _uses.ContainsKey(value) ? Name(FunctionName(value)) : "", slopeName = _uses.ContainsKey(derivative) ? Name(FunctionName(derivative)) : "";
        if (product is { } withFactor && Used(withFactor, p => p[0] == node[0]) is { } tail)
        {
            State(tail[1]);
            Declare(tail, "product", $"{Function(withFactor)}({Text(node[0])}, {Text(tail[1])}, out {Out(valueName)}, out {Out(slopeName)})");
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

    /// <summary>Library functions carry the operator's name; those that have a faster form take the precision.</summary>
    private static string Function(Operator op) => VectorMath + op + (OperatorTable.HasFastForm(op) ? "<TVector, TPrecision>" : "");

    private static string FunctionName(Expression node) => node.Operator switch
    {
        Operator.NormalCdf => "cdf",
        Operator.NormalPdf => "density",
        Operator.TanhSoftplus => "tanh",
        Operator.TanhSoftplusSlope => "slope",
        _ => OperatorTable.Row(node.Operator).Key,
    };

    private static string SharedName(Expression node) => node.Operator switch
    {
        Operator.Greater or Operator.GreaterOrEqual or Operator.Equal or Operator.And or Operator.Or or Operator.Not or Operator.IsNaN => "mask",
        Operator.Abs => "magnitude",
        Operator.Subtract when node[0].Is(1) => "complement",
        Operator.Min or Operator.Max => "bounded",
        Operator.Multiply when node[0] == node[1] => "square",
        _ => "t",
    };

    private void Declare(Expression node, string wanted, string text)
    {
        string name = Name(wanted);
        code.Line($"TVector {name} = {text};");
        _written[node] = name;
    }

    private string Name(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_taken.Add(name); i++)
            name = wanted + i;
        return CodeWriter.Identifier(name);
    }

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
            Operator.Negate => $"-{Operand(node[0])}",
            Operator.MultiplyAdd => Call("TVector.MultiplyAdd", node),
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

    /// <summary>A constant bound takes one instruction, unless it is zero, where the sign of the result matters; two at +0 from below.</summary>
    private string Bound(string function, string byConstant, Expression node)
    {
        if (node.Operator == Operator.Max && node[1].IsConstant && BitConverter.DoubleToInt64Bits(node[1].Value) == 0)
            return $"TVector.AtLeastZero({Text(node[0])})";
        bool isBound = node[1].IsConstant && node[1].Value != 0 && !double.IsNaN(node[1].Value);
        return Call("TVector." + (isBound ? byConstant : function), node);
    }

    private static string Constant(double value) =>
        BitConverter.DoubleToInt64Bits(value) == 0 ? "TVector.Zero"
        : $"TVector.Constant({((float)value == value && !double.IsInfinity(value) ? FormulaSerializer.Write(value) : CodeWriter.Double(value))})";
}
