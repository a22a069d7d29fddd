using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>A trainer that is made anew in each round of a loop for the same network with the same optimizer, and takes steps there: part of ACT4005.</summary>
internal static class TrainerInLoop
{
    /// <summary>The innermost loop around the creation of a trainer that loses the optimizer's state, or null.</summary>
    public static SyntaxNode? LoopOf(IInvocationOperation creation, UsageModel model)
    {
        if (!model.Library.IsExtension(creation.TargetMethod, "CreateTrainer") || creation.SemanticModel is null || LoopAround(creation.Syntax) is not { } loop)
            return null;
        // Another network, rate or batch size in each round is another training: folds, searches, stages.
        if (creation.Descendants().Any(operation => Varies(operation, loop)) || EndsLoop(loop) || ReachesWeights(creation.Syntax))
            return null;
        // A network that is loaded or made anew is another one, and only steps lose anything.
        IInvocationOperation[] calls = [.. Calls(creation, loop)];
        return calls.Any(call => model.Library.IsStep(call.TargetMethod)) && !calls.Any(call => MayChangeNetwork(call, NetworkOf(creation), model)) ? loop : null;
    }

    /// <summary>Whether each round takes steps in an inner loop: then the state is lost from epoch to epoch, which a restart may want.</summary>
    public static bool HasInnerLoop(SyntaxNode loop) => loop.DescendantNodes().Any(node => node is StatementSyntax body && IsBody(body) && body.Parent != loop);

    /// <summary>The innermost loop whose every round comes to the expression.</summary>
    public static SyntaxNode? LoopAround(SyntaxNode creation)
    {
        foreach (SyntaxNode around in creation.Ancestors())
        {
            if (around is StatementSyntax body && IsBody(body))
                return body.Parent;
            if (IsSometimes(around))
                return null;
        }
        return null;
    }

    /// <summary>Whether every call of a method comes to the expression, once.</summary>
    public static bool IsAlwaysReached(SyntaxNode expression, SyntaxNode method) =>
        expression.Ancestors().TakeWhile(around => around != method).All(around => !IsSometimes(around) && !(around is StatementSyntax body && IsBody(body)))
        && method.DescendantNodes().OfType<ReturnStatementSyntax>().All(end => end.Span.End > expression.SpanStart);

    private static bool IsSometimes(SyntaxNode around) =>
        around is IfStatementSyntax or SwitchStatementSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax or CatchClauseSyntax
            or ConditionalAccessExpressionSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax
        || around.RawKind is (int)SyntaxKind.CoalesceAssignmentExpression or (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression;

    /// <summary>Gradient descent without momentum keeps nothing from step to step.</summary>
    public static bool IsStateless(IOperation creation) =>
        OptimizerOf(creation) is { Type.Name: "SGD" } optimizer && !optimizer.Descendants().Any(part => part is IPropertyReferenceOperation { Property.Name: "Momentum" });

    /// <summary>What the first step of an optimizer does, where that is known: Adam's quotient of averages is the gradient's sign then.</summary>
    public static string FirstStep(IInvocationOperation creation) => OptimizerOf(creation)?.Type?.Name is { } name and ("Adam" or "AdamW" or "Adamax")
        ? $", so that {name} moves every parameter by about its full learning rate"
        : "";

    /// <summary>The optimizer, where it is made in the call.</summary>
    private static IObjectCreationOperation? OptimizerOf(IOperation creation) => creation.DescendantsAndSelf().OfType<IObjectCreationOperation>()
        .FirstOrDefault(made => made.Type?.BaseType is { Name: "Optimizer" });

    private static bool IsBody(StatementSyntax statement) => statement.Parent switch
    {
        ForStatementSyntax loop => loop.Statement == statement,
        CommonForEachStatementSyntax loop => loop.Statement == statement,
        WhileStatementSyntax loop => loop.Statement == statement,
        DoStatementSyntax loop => loop.Statement == statement && !loop.Condition.IsKind(SyntaxKind.FalseLiteralExpression),
        _ => false,
    };

    /// <summary>A variable of the loop, or one that it assigns; anything that is not a variable or a constant of the library.</summary>
    public static bool Varies(IOperation operation, SyntaxNode loop) => operation switch
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

    public static bool IsAssigned(ISymbol variable, SyntaxNode loop, SemanticModel model) => loop.DescendantNodes()
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

    /// <summary>The loop's calls, in its condition too.</summary>
    public static IEnumerable<IInvocationOperation> Calls(IInvocationOperation creation, SyntaxNode loop)
    {
        IOperation around = creation;
        while (around.Parent is { } parent && loop.Span.Contains(parent.Syntax.Span))
            around = parent;
        return around.Descendants().OfType<IInvocationOperation>().Where(operation => operation != creation);
    }

    /// <summary>A call that is given the network, or that reaches a network which is not a variable of the method, beside those that only use it.</summary>
    public static bool MayChangeNetwork(IInvocationOperation call, IOperation? network, UsageModel model)
    {
        if (IsOfLibrary(call.TargetMethod, model))
            return false;
        string? written = network?.Syntax.ToString();
        bool isVariable = network?.WithoutConversions() is ILocalReferenceOperation or IParameterReferenceOperation;
        return (!isVariable && !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
            || call.Instance?.Syntax.ToString() == written
            || call.Arguments.Any(argument => argument.Value.Syntax.ToString() == written);
    }

    /// <summary>Whether the method around a place takes hold of a network's weights, which it may then set back or copy from another network.</summary>
    public static bool ReachesWeights(SyntaxNode place) => MethodAround(place).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == "Parameters");

    /// <summary>The method around a place, or another member; of a program of statements all of them.</summary>
    public static SyntaxNode MethodAround(SyntaxNode place) =>
        place.AncestorsAndSelf().FirstOrDefault(around => around is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax) ?? place;

    /// <summary>What a trainer is made for.</summary>
    public static IOperation? NetworkOf(IInvocationOperation creation) => creation.Instance ?? creation.Arguments.FirstOrDefault()?.Value;

    private static bool IsOfLibrary(IMethodSymbol method, UsageModel model) =>
        model.Library.IsStep(method) || NetworkContracts.IsNetworkCall(method) || model.Library.IsExtension(method, "Evaluate") || model.Library.LossOf(method) is not null;

    /// <summary>Whether a round ends the loop, so that there is no second one.</summary>
    public static bool EndsLoop(SyntaxNode loop) => loop.DescendantNodes().Any(node => node is ReturnStatementSyntax or BreakStatementSyntax or ThrowStatementSyntax
        && OwnerOf(node) == loop);

    /// <summary>What a statement belongs to, through blocks that run once.</summary>
    private static SyntaxNode? OwnerOf(SyntaxNode statement) =>
        statement.Ancestors().FirstOrDefault(around => around is not (BlockSyntax or TryStatementSyntax or UsingStatementSyntax or LockStatementSyntax or CheckedStatementSyntax));
}
