using ActGen.Analyzers.Usage.Flow;
using ActGen.Analyzers.Usage.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary><c>Fit</c> with one epoch in each round of a loop: each call makes a trainer of its own, and orders the rows by the same seed. Part of ACT4005.</summary>
internal static class FitInLoop
{
    /// <summary>What each round loses, or null.</summary>
    public static string? LossOf(IInvocationOperation fit, UsageModel model)
    {
        if (!model.Library.IsExtension(fit.TargetMethod, "Fit") || fit.SemanticModel is not { } semantics || TrainerInLoop.LoopAround(fit.Syntax) is not { } loop || TrainerInLoop.EndsLoop(loop)
            || fit.Arguments.FirstOrDefault(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "options" }) is not { } given || OptionsOf(given.Value, semantics) is not { } options)
        {
            return null;
        }
        Dictionary<string, IOperation> settings = [];
        foreach (ISimpleAssignmentOperation assignment in options.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IPropertyReferenceOperation property)
                settings[property.Property.Name] = assignment.Value;
        }
        IOperation? network = fit.Instance ?? fit.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        // Other rows, another network, rate or size in each round is another training, which one call does not do.
        if (!settings.TryGetValue("Epochs", out IOperation? epochs) || epochs.ConstantValue is not { HasValue: true, Value: 1 } || network is null || IsVarying(network, loop)
            || fit.Arguments.Any(argument => argument.Parameter?.Name == "train" && IsVarying(argument.Value, loop)) || TrainerInLoop.ReachesWeights(fit.Syntax)
            || settings.Any(setting => setting.Key != "Seed" && IsVarying(setting.Value, loop)) || TrainerInLoop.Calls(fit, loop).Any(call => TrainerInLoop.MayChangeNetwork(call, network, model)))
        {
            return null;
        }
        string? state = settings.TryGetValue("Optimizer", out IOperation? optimizer) && TrainerInLoop.IsStateless(optimizer) ? null : "the optimizer's averages and step count start over each time";
        bool isOrdered = !settings.ContainsKey("Shuffle") && !(settings.TryGetValue("Seed", out IOperation? seed) && IsVarying(seed, loop));
        string? order = isOrdered ? "rows and dropout come in the same order" : null;
        return state is null ? order : order is null ? state : $"{state}, and {order}";
    }

    /// <summary>The options as they are written: in the call, or as the one value of a variable.</summary>
    private static IObjectCreationOperation? OptionsOf(IOperation value, SemanticModel semantics) => value.WithoutConversions() switch
    {
        IObjectCreationOperation creation => creation,
        ILocalReferenceOperation { Local: { } local } reference when local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial }
            && !TrainerInLoop.IsAssigned(local, TrainerInLoop.MethodAround(reference.Syntax), semantics) =>
            semantics.GetOperation(initial)?.WithoutConversions() as IObjectCreationOperation,
        _ => null,
    };

    private static bool IsVarying(IOperation value, SyntaxNode loop) => value.DescendantsAndSelf().Any(part => TrainerInLoop.Varies(part, loop));
}
