using System.Collections.Immutable;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2001: the loss applies softmax itself. Every loss that makes the probabilities of classes of its inputs counts, whatever its name.</summary>
internal sealed class SoftmaxBeforeLogitLoss : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2001",
        "Softmax before a loss on logits",
        "{0}: {1}. Remove [{2}]; Predict returns probabilities.",
        RuleCategory.Losses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2001.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [Rule];

    public override void Check(NetworkAnalysis analysis, Report report)
    {
        if (analysis.Loss is { } loss && LossFloor.Of(loss.Declaration) is { Expects: LossInput.ClassLogits } floor
            && analysis.ProducerBefore(loss.Index) is { Declaration.Operator: { IsDistribution: true } op } softmax)
        {
            report.Finding(Rule, softmax, with: loss, Cause(op, loss.Declaration.Name), Consequence(softmax, floor, analysis.DropoutScaleBehind(softmax)), softmax.Declaration.Name);
        }
    }

    private static string Cause(RowOperator op, string loss) => op.Name == "Softmax"
        ? $"Softmax before {loss} is applied twice"
        : $"{loss} applies softmax to the probabilities of [{op.Name}] as if they were logits";

    /// <summary>Smoothed labels only raise the floor: over all targets it is lowest for one-hot ones. Class weights scale the loss
    /// of soft targets, or of all, and what is left then is the bound of the probability.</summary>
    private static string Consequence(LayerAnalysis softmax, LossFloor floor, double scale)
    {
        if (softmax.Output is not { IsKnown: true, Last: > 1 and var classes })
            return "the right class never gets a probability near 1";
        double most = LossFloor.ProbabilityAfterSoftmax(classes, scale);
        return $"with {Wording.Count(classes)} classes " + (floor.IsWeighted
            ? $"the right class never gets more than probability {Wording.Digits(most)}"
            : $"the loss cannot fall below {Wording.Digits(floor.At(most))}");
    }
}
