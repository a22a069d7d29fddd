using ActGen.Analyzers.Findings;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2003: the loss takes the logarithm of softmax itself. Doing it twice is harmless: exp of log-probabilities sums to 1, so the second one subtracts ln 1.</summary>
internal sealed class LogSoftmaxBeforeLogitLoss : LossRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2003",
        "Log-softmax before a loss on logits",
        "[{0}] before {1} changes nothing, the loss does the same: it only costs {2} for each training row. Remove [{0}]; Predict returns probabilities.",
        RuleCategory.Losses,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2003.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override Finding? Judge(NetworkEnd end)
    {
        // Scaled by dropout they are log-probabilities no more.
        if (end is not { Kind: ValueKind.LogProbabilities, Scale: 1, Source: { } logarithm, Type.Expects: LossInput.ClassLogits })
            return null;
        // One exponential for each class forward, one backward: dx = ∂L/∂y − exp(y)·Σ ∂L/∂y.
        string cost = end.Width > 0 ? $"{Wording.Count(2L * end.Width)} exponentials" : "exponentials";
        return new Finding(logarithm.Layer, logarithm.Name, end.Loss.Declaration.Name, cost)
        {
            With = [end.Loss],
            Fixes = [new($"Remove [{logarithm.Name}]: the loss works on logits", StackEdit.Remove())],
        };
    }
}
