using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Generator.Text;

namespace ActGen.Generator.Formulas;

/// <summary>Expressions as C# statements on vectors: one per library function, per shared part and per local of the author.</summary>
internal sealed partial class KernelEmitter(CodeWriter code, EquatableArray<FormulaParameter> parameters, IReadOnlyDictionary<Expression, string> names)
{
    private const string VectorMath = "global::ActGen.CompilerServices.VectorMath.", CalledVectorMath = "global::ActGen.CompilerServices.CalledVectorMath.";

    private readonly Dictionary<Expression, string> _written = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private Dictionary<Expression, int> _uses = [];
    private HashSet<Expression> _errors = [];
    private bool _calls;

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
        _calls = OperationCount.Of(roots).IsTooMuchToInline;
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
}
