using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Frontend.Calculus;

/// <summary>Calls: the functions that have a derivative, and other formulas, which are inlined.</summary>
internal sealed partial class FormulaBodyReader
{
    /// <summary>What one inlined formula counts for: its body is bound and read on the stack of the caller.</summary>
    private const int DepthOfCall = 8;

    private Expression? Call(IInvocationOperation call)
    {
        SyntaxToken name = OffendingToken(call.Syntax);
        IMethodSymbol target = call.TargetMethod;
        IOperation[] arguments = new IOperation[target.Parameters.Length];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter)
                arguments[parameter.Ordinal] = argument.Value;
        }
        if (arguments.Any(argument => argument is null))
            return Unsupported(name);
        if (IsFormula(target))
            return InlineCall(call, name, arguments);
        string owner = target.ContainingType.ToDisplayString();
        if (!target.IsStatic || owner is not ("ActGen.Functions" or "System.Math" or "System.MathF" or "float" or "double"))
            return Unsupported(name, $"'{target.Name}' is not a function that a formula can differentiate");
        if (FormulaFunctions.Find(target.Name, arguments.Length) is not { } function)
            return Unsupported(name, $"'{target.Name}' is not a function that a formula can differentiate");
        return Values(arguments) is { } values ? function(values) : null;
    }

    /// <summary>Whether a method is the formula of its type.</summary>
    public static bool IsFormula(IMethodSymbol target) =>
        target is { Name: "Formula", IsStatic: true } && target.ContainingType.GetAttributes().Any(a => a.AttributeClass is { } c
            && (c.ToDisplayString() is FormulaReader.AttributeName or CompiledFormulaReader.AttributeName));

    private Expression? InlineCall(IInvocationOperation call, SyntaxToken name, IOperation[] arguments)
    {
        Expression? body = FormulaReader.Inline(call.TargetMethod, compilation, path, _depth + DepthOfCall, cancellation, out string? problem);
        if (body is null)
            return Problem(name, problem ?? $"'{call.TargetMethod.ContainingType.Name}.Formula' cannot be read");
        return Values(arguments) is { } values ? Substitute(body) : null;

        Expression? Substitute(Expression node)
        {
            if (node.Operator == Operator.Input)
                return values[0];
            if (node.Operator == Operator.Parameter)
                return values[node.Index + 1];
            if (node.Arguments.Length == 0)
                return node;
            var parts = new Expression[node.Arguments.Length];
            for (int i = 0; i < parts.Length; i++)
            {
                if (Substitute(node[i]) is not { } part)
                    return null;
                parts[i] = part;
            }
            return Bounded(call.Syntax, node.With([.. parts]));
        }
    }
}
