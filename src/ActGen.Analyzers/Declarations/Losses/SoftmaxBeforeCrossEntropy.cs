using System.Collections.Immutable;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2001: the loss applies softmax itself.</summary>
internal sealed class SoftmaxBeforeCrossEntropy : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2001",
        "Softmax before CrossEntropyLoss",
        "Softmax before CrossEntropyLoss is applied twice: {0}. Remove [{1}]; Predict returns probabilities.",
        RuleCategory.Losses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2001.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [Rule];

    public override void Check(NetworkAnalysis analysis, Report report)
    {
        if (analysis.Loss is { Kind: LayerKind.CrossEntropyLoss } loss && analysis.ProducerBefore(loss.Index) is { Kind: LayerKind.Softmax } softmax)
            report.Finding(Rule, softmax, with: loss, Consequence(softmax), softmax.Declaration.Name);
    }

    /// <summary>Smoothed labels and class weights only raise the floor: over all targets it is lowest for one-hot ones.</summary>
    private static string Consequence(LayerAnalysis softmax) => softmax.Output is { IsKnown: true, Last: > 1 and var classes }
        ? $"with {Wording.Count(classes)} classes the loss cannot fall below {Wording.Digits(LossFloor.CrossEntropyOfSoftmax(classes))}"
        : "with K classes the loss cannot fall below ln(1 + (K − 1)/e)";
}
