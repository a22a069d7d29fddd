using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Frontend.Calculus;

/// <summary>What cannot be read: said on its own token, with what is allowed.</summary>
internal sealed partial class FormulaBodyReader
{
    /// <summary>Where nothing better can be said; the rule's page has the whole list.</summary>
    private const string Allowed = "a formula is made of arithmetic, conditions, locals, the functions of ActGen.Functions and MathF, and other formulas";

    /// <summary>There is no value to read.</summary>
    public FormulaBody? Missing(SyntaxNode syntax)
    {
        NoValue(syntax);
        return null;
    }

    private Expression? NoValue(SyntaxNode syntax)
    {
        SyntaxToken token = syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier ?? syntax.GetFirstToken();
        if (!problems.Any)
            problems.Add(token, "Formula must return a value on every path: '=> …;', or locals, if and return");
        return null;
    }

    private Expression? Unsupported(IOperation operation) => operation switch
    {
        IExpressionStatementOperation statement => Unsupported(statement.Operation),
        IConversionOperation { Operand: IThrowOperation thrown } => Unsupported(thrown),
        _ => Unsupported(OffendingToken(operation.Syntax), Reason(operation)),
    };

    private Expression? Unsupported(SyntaxToken token, string? reason = null) =>
        Problem(token, reason ?? $"'{token.Text}' cannot be differentiated: {Allowed}");

    private Expression? Problem(SyntaxToken token, string message)
    {
        problems.Add(token, message);
        return null;
    }

    /// <summary>Why it cannot be part of a formula and what to write instead, where more can be said than that it is not in the list.</summary>
    private static string? Reason(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => $"'{field.Field.Name}' is a field whose value is not known while compiling: make it 'const', or a parameter of Formula",
        IPropertyReferenceOperation property => $"'{property.Property.Name}' is a property, whose value is not known while compiling: make it a 'const' field, or a parameter of Formula",
        IAssignmentOperation or IIncrementOrDecrementOperation => "a local is given its value once, where it is declared: declare another one",
        IInvocationOperation call => $"'{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}' is called for its effect: a formula has none",
        ILoopOperation => "a formula has no loops: write its terms out",
        ISwitchOperation => "a switch statement is not read: write a switch expression",
        ILocalFunctionOperation or IAnonymousFunctionOperation or IDelegateCreationOperation => "a formula has no functions inside: write the part as a local, or as a formula of its own",
        IThrowOperation => "a formula has a value for every x: return a number",
        IConversionOperation { Type: { } type } => $"a conversion to '{type.ToDisplayString()}' has no derivative: a formula computes in float",
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Multiply or BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Type: { } type } =>
            $"this is arithmetic of '{type.ToDisplayString()}': a formula computes in float",
        _ => null,
    };

    /// <summary>The expression, unless it has become too large to be anything but an accident.</summary>
    private Expression? Bounded(SyntaxNode syntax, Expression expression) => expression.Size <= FormulaSerializer.MaximumSize
        ? expression
        : TooLarge(syntax, $"written out it has more than {FormulaSerializer.MaximumSize} parts");

    private Expression? TooLarge(SyntaxNode syntax, string reason)
    {
        problems.AddTooLarge(syntax.GetFirstToken(), reason);
        return null;
    }

    private static SyntaxToken FirstToken(SyntaxNode node) => node.GetFirstToken();

    /// <summary>The token that is the trouble: the operator of an operation, the name of a call.</summary>
    private static SyntaxToken OffendingToken(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => binary.OperatorToken,
        PrefixUnaryExpressionSyntax prefix => prefix.OperatorToken,
        PostfixUnaryExpressionSyntax postfix => postfix.OperatorToken,
        AssignmentExpressionSyntax assignment => assignment.OperatorToken,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier,
        MemberAccessExpressionSyntax member => member.Name.Identifier,
        _ => node.GetFirstToken(),
    };
}
