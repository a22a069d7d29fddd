using ActGen.Analyzers.Usage.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>The text that computes a logarithm in one step, where it is certain what of.</summary>
internal static class StableForm
{
    public static string? Of(Seen seen, Content content, bool isOfSpan)
    {
        if (seen.Call is not { } call)
            return null;
        if (isOfSpan)
            return OfSpan(seen, call, content);
        IOperation argument = call.Arguments[0].Value.WithoutConversions();
        return content.Recipe is Recipe.OnePlusExponential or Recipe.Exponential or Recipe.ExponentialOfDifference
            ? ExponentOf(argument) is { } exponent ? $"Functions.Softplus({exponent})" : null
            : argument switch
            {
                IInvocationOperation { TargetMethod: { Name: "Sigmoid", Parameters.Length: 1 }, Arguments.Length: 1 } sigmoid when content.Makers.Contains(sigmoid) =>
                    $"Functions.LogSigmoid({sigmoid.Arguments[0].Value.Syntax})",
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient when quotient.LeftOperand.WithoutConversions().ConstantValue.HasValue && ExponentOf(quotient.RightOperand) is { } power =>
                    $"Functions.LogSigmoid({Negated(power)})",
                _ => null,
            };
    }

    private static string? OfSpan(Seen seen, IInvocationOperation call, Content content)
    {
        if (content.Makers.Count != 1 || content.Makers.First() is not IInvocationOperation maker || seen.Argument("destination") is not { } destination
            || seen.Argument("source") is not { } argument || PassedInstead.Of(seen, argument, content) is not { } source || call.Syntax.SyntaxTree != maker.Syntax.SyntaxTree)
        {
            return null;
        }
        string given = $"{source.Name}, {destination.Value.Syntax}";
        return maker.TargetMethod.Name switch
        {
            "Softmax" => maker.Arguments.FirstOrDefault(one => one.Parameter?.Name == "rowLength") is not { } width ? $"Activations.LogSoftmax({given})"
                : ConstantOrName(width) is { } length ? $"Activations.LogSoftmax({given}, {length})"
                : null,
            "Sigmoid" or "ApplySigmoid" => $"Functions.ApplyLogSigmoid({given})",
            _ => null,
        };
    }

    /// <summary>x of eˣ, or of 1 + eˣ.</summary>
    private static string? ExponentOf(IOperation operation) => operation.WithoutConversions() switch
    {
        IInvocationOperation { TargetMethod.Name: "Exp", Arguments.Length: 1 } exponential => exponential.Arguments[0].Value.WithoutConversions() is { Type.SpecialType: SpecialType.System_Single } exponent ? exponent.Syntax.ToString() : null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => ExponentOf(sum.RightOperand) ?? ExponentOf(sum.LeftOperand),
        _ => null,
    };

    /// <summary>−x; of a product that begins with a minus, the product without it.</summary>
    private static string Negated(string expression) => SyntaxFactory.ParseExpression(expression) switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negative => negative.Operand.ToString(),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.DivideExpression } product when FirstFactor(product) is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negative =>
            product.ReplaceNode(negative, negative.Operand).ToString(),
        IdentifierNameSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax => "-" + expression,
        _ => $"-({expression})",
    };

    private static ExpressionSyntax FirstFactor(ExpressionSyntax expression) =>
        expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.DivideExpression } product ? FirstFactor(product.Left) : expression;

    /// <summary>An argument that means the same at another place: a constant, or a parameter or field by its name.</summary>
    private static string? ConstantOrName(IArgumentOperation argument) =>
        argument.Value.ConstantValue.HasValue || argument.Value is IParameterReferenceOperation or IFieldReferenceOperation
            ? argument.Value.Syntax.ToString()
            : null;
}
