using ActGen.Analyzers.Usage.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>A trainer that is made anew in each round of a loop for the same network with the same optimizer: part of ACT4005.</summary>
internal static class TrainerInLoop
{
    /// <summary>The innermost loop around the creation of a trainer that loses the optimizer's state, or null.</summary>
    public static SyntaxNode? LoopOf(IInvocationOperation creation, UsageModel model)
    {
        if (!model.Library.IsExtension(creation.TargetMethod, "CreateTrainer"))
            return null;
        SyntaxNode? loop = null;
        foreach (SyntaxNode around in creation.Syntax.Ancestors())
        {
            if (around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)
                break;
            if (around is StatementSyntax body && IsBody(body))
            {
                loop = body.Parent;
                break;
            }
        }
        if (loop is null || creation.SemanticModel is null)
            return null;
        // Another network, rate or batch size in each round is another training: folds, searches, stages.
        return creation.Descendants().Any(operation => Varies(operation, loop)) || EndsLoop(loop) ? null : loop;
    }

    /// <summary>Whether each round takes steps in an inner loop: then the state is lost from epoch to epoch, which a restart may want.</summary>
    public static bool HasInnerLoop(SyntaxNode loop) => loop.DescendantNodes().Any(node => node is StatementSyntax body && IsBody(body) && body.Parent != loop);

    private static bool IsBody(StatementSyntax statement) => statement.Parent switch
    {
        ForStatementSyntax loop => loop.Statement == statement,
        CommonForEachStatementSyntax loop => loop.Statement == statement,
        WhileStatementSyntax loop => loop.Statement == statement,
        DoStatementSyntax loop => loop.Statement == statement,
        _ => false,
    };

    /// <summary>A variable of the loop, or one that it assigns; anything that is not a variable or a constant of the library.</summary>
    private static bool Varies(IOperation operation, SyntaxNode loop) => operation switch
    {
        ILocalReferenceOperation local => local.Local.DeclaringSyntaxReferences.Any(declaration => loop.Span.Contains(declaration.Span)) || IsAssigned(local.Local, loop, operation.SemanticModel!),
        IParameterReferenceOperation parameter => IsAssigned(parameter.Parameter, loop, operation.SemanticModel!),
        IFieldReferenceOperation { Field.IsReadOnly: false, Field.IsConst: false } field => IsAssigned(field.Field, loop, operation.SemanticModel!),
        IObjectCreationOperation creation => creation.Type is not { ContainingNamespace: { Name: "ActGen", ContainingNamespace.IsGlobalNamespace: true } },
        IInvocationOperation or IArrayElementReferenceOperation => true,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } } => false,
        IPropertyReferenceOperation property => property.Property.IsIndexer || property.Property.Name is not ("Length" or "Count"),
        _ => false,
    };

    private static bool IsAssigned(ISymbol variable, SyntaxNode loop, SemanticModel model) => loop.DescendantNodes()
        .Select(node => node switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left,
            PostfixUnaryExpressionSyntax step => step.Operand,
            PrefixUnaryExpressionSyntax step => step.Operand,
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => argument.Expression,
            _ => null,
        })
        .Any(target => target is not null && target.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == variable.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, variable)));

    /// <summary>Whether a round ends the loop, so that there is no second one.</summary>
    private static bool EndsLoop(SyntaxNode loop) => loop.DescendantNodes().Any(node => node is ReturnStatementSyntax or BreakStatementSyntax or ThrowStatementSyntax
        && node.Parent is BlockSyntax { Parent: { } owner } && owner == loop);
}
