using System.Collections.Immutable;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2002: the loss applies sigmoid itself. Every formula that rises from 0 to 1 counts, whatever its name.</summary>
internal sealed class SigmoidBeforeBCEWithLogits : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2002",
        "Sigmoid before BCEWithLogitsLoss",
        "[{0}] before BCEWithLogitsLoss squashes twice: the probability stays in [0.5, {3}], so the loss is at least {1} for target 1 and {2} for target 0. Remove [{0}]; Predict returns probabilities.",
        RuleCategory.Losses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2002.md");

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [Rule];

    public override void Check(NetworkAnalysis analysis, Report report)
    {
        if (analysis.Loss is not { } loss || loss.Declaration.Loss != LossTypes.BCEWithLogits || analysis.ProducerBefore(loss.Index) is not { } sigmoid || !sigmoid.SquashesToProbability())
            return;
        double scale = analysis.DropoutScaleBehind(sigmoid);
        double weight = loss.Declaration.Number("PositiveWeight", 1);
        report.Finding(Rule, sigmoid, with: loss, sigmoid.Declaration.Name,
            Wording.Digits(weight * LossFloor.BinaryOfProbability(1, scale)), Wording.Digits(LossFloor.BinaryOfProbability(0, scale)),
            Wording.Digits(LossFloor.ProbabilityAfterSoftmax(2, scale)));
    }
}
