using ActGen.Analyzers.Findings;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2010: the divergence t·(ln t − x) from numbers x that are no log-probabilities.</summary>
internal sealed class DivergenceOfOtherValues : LossRule
{
    private const string Right = "LogSoftmax";

    private static readonly string OfOne = LossTypes.BCEWithLogits.Name;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2010",
        "Divergence of other values than log-probabilities",
        "{0} takes log-probabilities, and {1}. {2}.",
        RuleCategory.Losses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2010.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override Finding? Judge(NetworkEnd end)
    {
        if (end is not { IsElementwise: true, Type.Expects: LossInput.LogProbabilities, Source: { } source })
            return null;
        string loss = end.Loss.Declaration.Name;
        switch (end.Kind)
        {
            case ValueKind.LogProbabilities:
                return null;
            case ValueKind.Logits:
                return new Finding(end.Loss, loss, $"{Wording.Layer(source)} gives any numbers: −t·x falls without bound, nothing makes their exponentials sum to 1", end.Width == 1 ? $"Use [{OfOne}]" : $"Put [{Right}] before it")
                {
                    With = [source.Layer],
                    Fixes = end.Width > 1 ? [new($"Insert {Right}", StackEdit.InsertAfter(Right, place: 1))] : IsOfOne(end) ? [new($"Use {OfOne}", StackEdit.Replace(OfOne))] : [],
                };
            case ValueKind.Probabilities:
                // dx = p·(Σ p·t − t) instead of p − t: at p = 1/K that is 1/K of it.
                string gradient = end.Width > 1 && !source.Facts.IsSparse ? $", and in a new network its gradient is {Wording.Count(end.Width)} times too small" : "";
                return Replacing($"[{source.Name}] gives probabilities: what is surely right costs −1 and not 0{gradient}");
            default:
                // A log-probability is never above 0.
                return end.Most > 0 ? Replacing($"[{source.Name}] gives numbers {Wording.Between(end.Least, end.Most)}: what is right costs down to {Cost(end.Most)} and not 0") : null;
        }

        Finding Replacing(string fault) => new(source.Layer, loss, fault, end.Width == 1 ? $"Use [{OfOne}] on the logit" : $"Use [{Right}]")
        {
            With = [end.Loss],
            Fixes = end.Width == 1 && IsOfOne(end) && end.Activation is not null ? [new($"Use {OfOne} on the logit", StackEdit.Remove(), StackEdit.Replace(OfOne, place: 1))] : end.Width > 1 && (end.Kind == ValueKind.Probabilities || end.Activation is not null) ? [new($"Use {Right}", StackEdit.Replace(Right))] : [],
        };
    }

    /// <summary>One output is the probability of a yes: the divergence of both answers is cross-entropy less what does not depend on the network.</summary>
    private static bool IsOfOne(NetworkEnd end) => end is { Width: 1, Loss.Declaration: { Loss: { } whole } loss } && loss.EffectiveLoss == whole;

    private static string Cost(double most) => double.IsInfinity(most) ? "−∞" : "−" + Wording.Digits(most, "G3");
}
