using ActGen.Frontend.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <content>Exponentials and their sum by LINQ: <c>x.Select(MathF.Exp)</c>, <c>Sum()</c>, <c>Select(e => e / sum)</c>.</content>
internal sealed partial class BufferFlow
{
    /// <summary>The value of a call of LINQ; null for other calls, and where it says nothing.</summary>
    private Value? Sequence(IInvocationOperation call, Value source)
    {
        if (call.TargetMethod is not { Name: "Select" or "Sum" or "ToArray", ContainingType: { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } } method || call.Arguments.Length == 0
            || source.Memory is not { } memory)
        {
            return null;
        }
        Content? content = ContentOf(memory);
        if (method.Name == "ToArray")
            return Value.Of(Create(call, content), source.Length);
        if (call.Arguments.Length == 1)
            return method.Name == "Sum" && content is { Recipe: Recipe.Exponential } ? Value.Of(Content.Of(Recipe.SumOfExponentials)) : null;
        bool isPlain = content is { Kind: ValueKind.Logits } || (content is null && IsPlain(memory));
        if (isPlain && IsExponential(call.Arguments[1].Value))
            return method.Name == "Sum" ? Value.Of(Content.Of(Recipe.SumOfExponentials)) : Value.Of(Create(call, Content.Of(Recipe.Exponential)), source.Length);
        return method.Name == "Select" && IsShare(call.Arguments[1].Value, content is { Recipe: Recipe.Exponential }, isPlain) ? Share(call, source) : null;
    }

    /// <summary>Each exponential divided by their sum.</summary>
    private Value Share(IInvocationOperation call, Value source)
    {
        var values = new Dictionary<string, Value> { ["left"] = Value.Of(Content.Of(Recipe.Exponential)), ["right"] = Value.Of(Content.Of(Recipe.SumOfExponentials)) };
        report?.Invoke(new Seen(call.Arguments[1], values, State));
        return Value.Of(Create(call, Content.Made(ValueKind.Probabilities, call)), source.Length);
    }

    /// <summary>A method that is the exponential, or a function of its one argument's exponential.</summary>
    private bool IsExponential(IOperation selector) => Target(selector) switch
    {
        IMethodReferenceOperation reference => model.Library.IsExponential(reference.Method, out bool isWide) && !isWide,
        { Syntax: SimpleLambdaExpressionSyntax { ExpressionBody: { } body } lambda } => IsExponentialOf(body, lambda.Parameter.Identifier.ValueText),
        _ => false,
    };

    /// <summary>e => e / sum over exponentials, or x => MathF.Exp(x) / sum over plain numbers.</summary>
    private bool IsShare(IOperation selector, bool areExponentials, bool arePlain) =>
        Target(selector) is { Syntax: SimpleLambdaExpressionSyntax { ExpressionBody: BinaryExpressionSyntax { OperatorToken.Text: "/" } quotient } lambda }
        && ((areExponentials && quotient.Left is IdentifierNameSyntax name && name.Identifier.ValueText == lambda.Parameter.Identifier.ValueText) || (arePlain && IsExponentialOf(quotient.Left, lambda.Parameter.Identifier.ValueText)))
        && quotient.Right is IdentifierNameSyntax sum && model.Bodies.ModelOf(sum.SyntaxTree).GetSymbolInfo(sum).Symbol is ILocalSymbol local
        && State.ValueOf(local).Number is { Recipe: Recipe.SumOfExponentials };

    private bool IsExponentialOf(ExpressionSyntax expression, string argument) =>
        expression is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call && arguments[0].Expression is IdentifierNameSyntax name && name.Identifier.ValueText == argument
        && model.Bodies.ModelOf(call.SyntaxTree).GetSymbolInfo(call).Symbol is IMethodSymbol method && model.Library.IsExponential(method, out bool isWide) && !isWide;

    private static IOperation Target(IOperation selector)
    {
        while (selector is IConversionOperation or IDelegateCreationOperation)
            selector = selector is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)selector).Target;
        return selector;
    }
}
