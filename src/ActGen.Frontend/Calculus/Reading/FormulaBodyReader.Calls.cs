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
        if (FormulaFunctions.IsLibrary(target) && FormulaFunctions.Find(target.Name, arguments.Length) is { } function)
            return Values(arguments) is { } values ? function(values) : null;
        return Unsupported(name, NoFunction(target));
    }

    /// <summary>Why a call is none that a formula can make, and what to write.</summary>
    private static string NoFunction(IMethodSymbol target)
    {
        string name = $"{target.ContainingType.Name}.{target.Name}";
        if (FormulaFunctions.IsLibrary(target))
            return FormulaFunctions.Instead(target.Name) is { } instead ? $"'{name}' {instead}" : $"'{name}' is a function without a known derivative: {Allowed}";
        return target.DeclaringSyntaxReferences.Length > 0
            ? $"'{name}' is a method, which is not read: write it as a local, or as a formula of its own (a struct with [ActivationFunction]) and call that one's Formula"
            : $"'{name}' cannot be differentiated: {Allowed}";
    }

    /// <summary>Whether a method is the formula of its type.</summary>
    public static bool IsFormula(IMethodSymbol target) =>
        target is { Name: "Formula", IsStatic: true } && target.ContainingType.GetAttributes().Any(a => a.AttributeClass is { } c
            && (c.ToDisplayString() is FormulaReader.AttributeName or CompiledFormulaReader.AttributeName));

    private Expression? InlineCall(IInvocationOperation call, SyntaxToken name, IOperation[] arguments)
    {
        if (CalledFormula.Read(call.TargetMethod, name, compilation, problems, path, _depth + DepthOfCall, cancellation) is not { } body)
            return null;
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
