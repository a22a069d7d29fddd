using System.Collections.Immutable;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2001: the loss applies softmax itself.</summary>
internal sealed class SoftmaxBeforeCrossEntropy : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2001",
        "Softmax before CrossEntropyLoss",
        "{0}: {1}. Remove [{2}]; Predict returns probabilities.",
        RuleCategory.Losses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2001.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [Rule];

    public override void Check(NetworkAnalysis analysis, Report report)
    {
        if (analysis.Loss is { } loss && loss.Declaration.Loss == LossTypes.CrossEntropy && analysis.ProducerBefore(loss.Index) is { Declaration.Operator: { IsDistribution: true } op } softmax)
            report.Finding(Rule, softmax, with: loss, Cause(op), Consequence(softmax, analysis.DropoutScaleBehind(softmax), isWeighted: loss.Declaration.Numbers("ClassWeights").Count > 0), softmax.Declaration.Name);
    }

    private static string Cause(RowOperator op) => op.Name == "Softmax"
        ? "Softmax before CrossEntropyLoss is applied twice"
        : $"CrossEntropyLoss applies softmax to the probabilities of [{op.Name}] as if they were logits";

    /// <summary>Smoothed labels only raise the floor: over all targets it is lowest for one-hot ones. Class weights scale the loss
    /// of soft targets, and what is left then is the bound of the probability.</summary>
    private static string Consequence(LayerAnalysis softmax, double scale, bool isWeighted)
    {
        if (softmax.Output is not { IsKnown: true, Last: > 1 and var classes })
            return "the right class never gets a probability near 1";
        return $"with {Wording.Count(classes)} classes " + (isWeighted
            ? $"the right class never gets more than probability {Wording.Digits(LossFloor.ProbabilityAfterSoftmax(classes, scale))}"
            : $"the loss cannot fall below {Wording.Digits(LossFloor.CrossEntropyOfSoftmax(classes, scale))}");
    }
}
