using System.Globalization;
using ActGen.Analyzers.Usage.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage;

/// <summary>ACT4007: a constant learning rate that is negative, 0, or far above what the optimizer can use.</summary>
internal sealed class ImpossibleLearningRate : UsageRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT4007",
        "Learning rate out of range",
        "A learning rate of {0} {1}. {2}.",
        RuleCategory.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT4007.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override IEnumerable<Diagnostic> Look(IOperation operation, UsageModel model)
    {
        if (operation is IObjectCreationOperation { Type: INamedTypeSymbol optimizer } creation && IsOptimizer(optimizer)
            && creation.Arguments.FirstOrDefault(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "LearningRate" }) is { } argument)
        {
            return Judge(argument.Value, optimizer);
        }
        return operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "LearningRate" } property } target } assignment
            && (IsOptimizer(property.ContainingType) || model.Library.IsTrainer(property.ContainingType))
            ? Judge(assignment.Value, target.Instance?.Type as INamedTypeSymbol)
            : [];
    }

    private static IEnumerable<Diagnostic> Judge(IOperation value, INamedTypeSymbol? optimizer)
    {
        if (Number(value) is not { } rate)
            yield break;
        if (rate < 0 || double.IsNaN(rate) || double.IsInfinity(rate))
            yield return Report(DiagnosticSeverity.Error, "is refused with an exception", "It must be above 0");
        else if (rate == 0 && optimizer is not null && IsOptimizer(optimizer))
            yield return Report(DiagnosticSeverity.Warning, "changes no parameter", "Usual are 0.001 to 0.1");
        else if (optimizer is not null && LimitOf(optimizer.Name) is { } limit && rate >= limit)
            yield return Report(DiagnosticSeverity.Info, limit < 1 ? $"moves every parameter by about {Text(rate)} at every step" : $"moves parameters by {Text(rate)} times their gradient", limit < 1 ? $"{optimizer.Name} usually takes 0.0001 to 0.01" : $"{optimizer.Name} usually takes 0.001 to 1");

        Diagnostic Report(DiagnosticSeverity severity, string consequence, string advice) =>
            Diagnostic.Create(Rule, value.Syntax.GetLocation(), severity, additionalLocations: null, properties: null, Text(rate), consequence, advice);
    }

    /// <summary>From which rate on a step is too large: steps of the optimizers with a second moment (or a sign) are about as long as the
    /// rate itself in every parameter, steps of the others are the rate times the gradient.</summary>
    private static double? LimitOf(string optimizer) => optimizer switch
    {
        "Adam" or "AdamW" or "Adamax" or "NAdam" or "RAdam" or "RMSprop" or "Lion" => 0.1,
        "SGD" or "ASGD" => 10,
        _ => null,
    };

    private static bool IsOptimizer(INamedTypeSymbol type) =>
        type is { Name: "Optimizer", ContainingNamespace: { Name: "ActGen", ContainingNamespace.IsGlobalNamespace: true } } || (type.BaseType is { } parent && IsOptimizer(parent));

    private static double? Number(IOperation value) => value.ConstantValue is { HasValue: true, Value: { } constant }
        ? constant switch { double real => real, float real => real, int whole => whole, _ => null }
        : null;

    private static string Text(double rate) => rate.ToString("R", CultureInfo.InvariantCulture);
}
