using ActGen.Analyzers.Usage.Model;
using ActGen.Frontend.Losses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>ACT4009: <c>Step</c> with labels for a loss on numbers, or with numbers for a loss on labels.</summary>
internal sealed class WrongTargetType : UsageRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT4009",
        "Step with the wrong type of targets",
        "{0} of {1} takes {2}: this step throws an exception. {3}.",
        RuleCategory.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT4009.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Look(IOperation operation, UsageModel model)
    {
        if (operation is not IInvocationOperation call || !model.Library.IsStep(call.TargetMethod) || call.Arguments.Length < 2
            || model.Networks.OfArgument(call.TargetMethod) is not { Loss: { } loss } network)
        {
            yield break;
        }
        if (call.Arguments.FirstOrDefault(argument => argument.Parameter is { Ordinal: 1 }) is not { Parameter: { } parameter } given)
            yield break;
        bool areLabels = parameter.Name == "labels";
        bool isRight = areLabels ? loss.TakesLabels : loss.Form != LossForm.Labels;
        if (isRight)
            yield break;
        yield return Diagnostic.Create(
            Rule,
            given.Value.Syntax.GetLocation(),
            loss.Name,
            network.Name,
            areLabels ? $"real targets{(network.TargetsPerRow > 0 ? $", {network.TargetsPerRow} for each row" : "")}, not integer labels" : "integer labels, not real targets",
            areLabels ? "Pass targets as float, or declare a loss on classes" : "Pass the index of the class of each row");
    }
}
