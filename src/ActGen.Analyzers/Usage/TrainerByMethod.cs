using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>A trainer that a method of the project makes, called in each round of a loop: part of ACT4005.</summary>
internal static class TrainerByMethod
{
    /// <summary>The creation in the method that a call runs, where each round of the loop around the call makes a trainer for the same network with the same
    /// optimizer; or null.</summary>
    public static (IInvocationOperation Creation, bool IsPerEpoch)? Of(IInvocationOperation call, UsageModel model)
    {
        if (TrainerInLoop.LoopAround(call.Syntax) is not { } loop || !Mentions(call.TargetMethod) || model.Bodies.Of(call.TargetMethod) is not { } body || CreationIn(body, model) is not { } creation)
            return null;
        // What decides about the trainer must be the same in each round: a constant, or an argument that is.
        IOperation[] decisive = [.. DecisiveArguments(creation, call)];
        if (creation.Descendants().Any(part => !IsFixed(part, body, model)) || decisive.Any(argument => argument.DescendantsAndSelf().Any(part => TrainerInLoop.Varies(part, loop))) || TrainerInLoop.EndsLoop(loop)
            || TrainerInLoop.ReachesWeights(creation.Syntax) || TrainerInLoop.ReachesWeights(call.Syntax))
        {
            return null;
        }
        IInvocationOperation[] inside = [.. Calls(body, creation)], around = [.. TrainerInLoop.Calls(call, loop)];
        IOperation? network = NetworkOf(creation, call);
        bool stepsInside = inside.Any(one => model.Library.IsStep(one.TargetMethod)), stepsAround = around.Any(one => model.Library.IsStep(one.TargetMethod));
        bool mayChange = network is null || inside.Any(one => TrainerInLoop.MayChangeNetwork(one, TrainerInLoop.NetworkOf(creation), model))
            || around.Any(one => TrainerInLoop.MayChangeNetwork(one, network, model));
        if (!(stepsInside || stepsAround) || mayChange)
            return null;
        bool isPerEpoch = (stepsInside && TrainerInLoop.HasInnerLoop(body.Syntax)) || (stepsAround && TrainerInLoop.HasInnerLoop(loop));
        return (creation, isPerEpoch);
    }

    /// <summary>By name alone: most methods need not be bound.</summary>
    private static bool Mentions(IMethodSymbol method) => method.DeclaringSyntaxReferences[0].GetSyntax().DescendantTokens().Any(token => token.ValueText == "CreateTrainer");

    /// <summary>The one trainer that every call of the method makes.</summary>
    private static IInvocationOperation? CreationIn(IOperation body, UsageModel model)
    {
        IInvocationOperation[] made = [.. body.Descendants().OfType<IInvocationOperation>().Where(one => model.Library.IsExtension(one.TargetMethod, "CreateTrainer"))];
        return made.Length == 1 && TrainerInLoop.IsAlwaysReached(made[0].Syntax, body.Syntax) && !body.Descendants().Any(one => one is IThrowOperation or IConditionalAccessOperation) ? made[0] : null;
    }

    private static IEnumerable<IInvocationOperation> Calls(IOperation body, IInvocationOperation creation) =>
        body.Descendants().OfType<IInvocationOperation>().Where(one => one != creation && !one.Descendants().Contains(creation));

    /// <summary>The arguments of the call that the creation is made of; and what it is called on, whose network it may be.</summary>
    private static IEnumerable<IOperation> DecisiveArguments(IInvocationOperation creation, IInvocationOperation call) => creation.Descendants()
        .OfType<IParameterReferenceOperation>()
        .Select(reference => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == reference.Parameter.Ordinal)?.Value)
        .Append(call.Instance)
        .OfType<IOperation>();

    /// <summary>The network as the caller writes it; null where nothing says which it is.</summary>
    private static IOperation? NetworkOf(IInvocationOperation creation, IInvocationOperation call) =>
        (creation.Instance ?? creation.Arguments.FirstOrDefault()?.Value)?.WithoutConversions() switch
        {
            IParameterReferenceOperation network => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == network.Parameter.Ordinal)?.Value,
            IFieldReferenceOperation network => network,
            IInstanceReferenceOperation => call.Instance,
            _ => null,
        };

    /// <summary>Arguments, fields that hold the same, constants, the library's optimizers.</summary>
    private static bool IsFixed(IOperation part, IOperation body, UsageModel model) => part switch
    {
        IParameterReferenceOperation parameter => !TrainerInLoop.IsAssigned(parameter.Parameter, body.Syntax, model.Bodies.ModelOf(body.Syntax.SyntaxTree)),
        ILocalReferenceOperation or IInvocationOperation or IArrayElementReferenceOperation or IConditionalOperation => false,
        IFieldReferenceOperation field => model.Fields.IsAssignedOnce(field.Field),
        IObjectCreationOperation creation => creation.Type is { ContainingNamespace: { Name: "ActGen", ContainingNamespace.IsGlobalNamespace: true } },
        IPropertyReferenceOperation property => property.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver },
        _ => true,
    };
}
