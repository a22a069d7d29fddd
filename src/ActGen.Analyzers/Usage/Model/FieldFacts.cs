using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Model;

/// <summary>Fields that hold the same all their life: those that are <c>readonly</c>, and private ones that only the initialiser or a constructor assigns.</summary>
internal sealed class FieldFacts(MethodBodies bodies)
{
    private readonly ConcurrentDictionary<IFieldSymbol, Writes> _known = new(SymbolEqualityComparer.Default);

    public bool IsAssignedOnce(IFieldSymbol field) =>
        field.IsConst || field.IsReadOnly || (field is { DeclaredAccessibility: Accessibility.Private, ContainingType.TypeKind: TypeKind.Class } && WritesOf(field).AreOfConstructors);

    /// <summary>Elements of the array that such a field holds, where its one assignment creates it with a constant length.</summary>
    public int? LengthOf(IFieldSymbol field) => field is { Type: IArrayTypeSymbol, ContainingType.TypeKind: TypeKind.Class } && IsAssignedOnce(field) && WritesOf(field).Value is { } value
        && bodies.ModelOf(value.SyntaxTree).GetOperation(value) is IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } && sizes[0].ConstantValue is { HasValue: true, Value: int length } ? length : null;

    private Writes WritesOf(IFieldSymbol field) => _known.GetOrAdd(field.OriginalDefinition, Find);

    private static Writes Find(IFieldSymbol field)
    {
        var values = new List<ExpressionSyntax?>();
        bool areOfConstructors = true;
        if (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial })
            values.Add(initial);
        foreach (SyntaxNode node in field.ContainingType.DeclaringSyntaxReferences.SelectMany(part => part.GetSyntax().DescendantNodes()))
        {
            ExpressionSyntax? target = node switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left,
                PostfixUnaryExpressionSyntax step => step.Operand,
                PrefixUnaryExpressionSyntax step => step.Operand,
                ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => argument.Expression,
                RefExpressionSyntax reference => reference.Expression,
                _ => null,
            };
            if (target is null || !Names(target, field.Name))
                continue;
            values.Add((node as AssignmentExpressionSyntax)?.Right);
            areOfConstructors &= node is AssignmentExpressionSyntax && node.Ancestors().FirstOrDefault(around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is ConstructorDeclarationSyntax;
        }
        return new(areOfConstructors, values.Count == 1 ? values[0] : null);
    }

    /// <summary>By name alone: another variable of that name only makes it silent.</summary>
    private static bool Names(ExpressionSyntax target, string name) => target switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        ParenthesizedExpressionSyntax inner => Names(inner.Expression, name),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => Names(inner.Operand, name),
        TupleExpressionSyntax tuple => tuple.Arguments.Any(argument => Names(argument.Expression, name)),
        ConditionalExpressionSyntax choice => Names(choice.WhenTrue, name) || Names(choice.WhenFalse, name),
        RefExpressionSyntax reference => Names(reference.Expression, name),
        _ => false,
    };

    /// <summary>What is assigned to a field.</summary>
    /// <param name="AreOfConstructors">Whether only its initialiser and constructors assign it.</param>
    /// <param name="Value">The value, where it is assigned in one place.</param>
    private sealed record Writes(bool AreOfConstructors, ExpressionSyntax? Value);
}
