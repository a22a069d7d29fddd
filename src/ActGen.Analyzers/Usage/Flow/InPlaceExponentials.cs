using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>Arrays and spans whose elements a method replaces by their exponentials, <c>x[i] = MathF.Exp(x[i])</c>: what stands behind reads exponentials.
/// Only those to which nothing else happens but divisions in place.</summary>
internal sealed class InPlaceExponentials
{
    private readonly Dictionary<ISymbol, SyntaxNode> _made = new(SymbolEqualityComparer.Default);

    public InPlaceExponentials(IOperation body, Func<IMethodSymbol, bool> isExponential)
    {
        var spoiled = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: var target } assignment when BufferOf(target) is { } buffer:
                    if (!IsQuotientOf(assignment.Value, target) && !(IsExponentialOf(assignment.Value, target, isExponential) && Add(buffer, assignment.Syntax)))
                        spoiled.Add(buffer);
                    break;
                case ICompoundAssignmentOperation { OperatorKind: not BinaryOperatorKind.Divide } compound when BufferOf(compound.Target) is { } buffer:
                    spoiled.Add(buffer);
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation or IParameterReferenceOperation } assignment when SymbolOf(assignment.Target) is { } variable:
                    spoiled.Add(variable);
                    break;
                case IArgumentOperation { Parameter: { } parameter } argument when parameter.RefKind != RefKind.None || (parameter.Type.IsBuffer() && !parameter.Type.IsReadOnlyView()):
                    if ((SymbolOf(argument.Value) ?? BufferOf(argument.Value)) is { } passed)
                        spoiled.Add(passed);
                    break;
            }
        }
        foreach (ISymbol one in spoiled)
            _made.Remove(one);
    }

    /// <summary>Whether an element is read behind the place where elements of its buffer become exponentials.</summary>
    public bool IsExponential(IOperation element) => BufferOf(element) is { } buffer && _made.TryGetValue(buffer, out SyntaxNode? made) && element.Syntax.SpanStart > made.Span.End;

    private bool Add(ISymbol buffer, SyntaxNode assignment)
    {
        if (_made.ContainsKey(buffer))
            return false;
        _made.Add(buffer, assignment);
        return true;
    }

    private static bool IsExponentialOf(IOperation value, IOperation target, Func<IMethodSymbol, bool> isExponential) =>
        !target.Syntax.Ancestors().TakeWhile(around => around is not MemberDeclarationSyntax).Any(around => around is IfStatementSyntax or SwitchStatementSyntax or CatchClauseSyntax)
        && value.WithoutConversions() is IInvocationOperation { Arguments.Length: 1 } call && isExponential(call.TargetMethod) && IsSame(call.Arguments[0].Value, target);

    private static bool IsQuotientOf(IOperation value, IOperation target) =>
        value.WithoutConversions() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient && IsSame(quotient.LeftOperand, target);

    private static bool IsSame(IOperation one, IOperation other) => BufferOf(one.WithoutConversions()) is not null && SyntaxFactory.AreEquivalent(one.WithoutConversions().Syntax, other.Syntax);

    /// <summary>The variable of which an element is meant.</summary>
    private static ISymbol? BufferOf(IOperation element) => element switch
    {
        IArrayElementReferenceOperation { Indices.Length: 1 } array => SymbolOf(array.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } when instance.Type.IsView() => SymbolOf(instance),
        _ => null,
    };

    private static ISymbol? SymbolOf(IOperation operation) => operation.WithoutConversions() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
