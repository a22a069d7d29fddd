using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
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

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        if (network.AtLoss.Kind != ValueKind.Probabilities || network.Loss is not { } loss || LossFloor.Of(loss.Declaration) is not { Expects: LossInput.ClassLogits } floor)
            yield break;
        LayerMeaning softmax = network.SourceOf(network.AtLoss)!;
        yield return new Finding(softmax.Layer, Cause(softmax, loss.Declaration.Name), Consequence(softmax, floor, network.DropoutScale(softmax.Index, loss.Index)), softmax.Name)
        {
            With = [loss],
            Fixes = [new($"Remove [{softmax.Name}]: the loss works on logits", StackEdit.Remove())],
        };
    }

    private static string Cause(LayerMeaning softmax, string loss) => softmax.Name == "Softmax"
        ? $"Softmax before {loss} is applied twice"
        : $"{loss} applies softmax to the probabilities of [{softmax.Name}] as if they were logits";

    /// <summary>Class weights scale the loss
    /// of soft targets, or of all, and what is left then is the bound of the probability.</summary>
    private static string Consequence(LayerMeaning softmax, LossFloor floor, double scale)
    {
        if (softmax.Width <= 1)
            return "the right class never gets a probability near 1";
        double most = LossFloor.ProbabilityAfterSoftmax(softmax.Width, scale);
        return $"with {Wording.Count(softmax.Width)} classes " + (floor.IsWeighted
            ? $"the right class never gets more than probability {Wording.Digits(most)}"
            : $"the loss cannot fall below {Wording.Digits(floor.OfClasses(most, softmax.Width))}");
    }
}
