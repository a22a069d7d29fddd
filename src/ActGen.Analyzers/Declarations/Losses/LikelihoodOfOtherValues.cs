using ActGen.Analyzers.Findings;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2004: the negative log-likelihood of labels, −x of the right class, of numbers that are no log-probabilities.</summary>
internal sealed class LikelihoodOfOtherValues : LossRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2004",
        "Likelihood of other values than log-probabilities",
        "{0} takes log-probabilities, and {1}. Use [{2}].",
        RuleCategory.Losses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2004.md");

    private static readonly string Right = LossTypes.CrossEntropy.Name;

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override Finding? Judge(NetworkEnd end)
    {
        if (end is not { Type: { Form: LossForm.Labels, Expects: LossInput.LogProbabilities }, Source: { } source, Width: not 1 })
            return null;
        return end.Kind switch
        {
            ValueKind.Probabilities => OfProbabilities(end, source),
            // Numbers in (0, 1) are ACT2006's.
            ValueKind.LogProbabilities or ValueKind.UnitInterval => null,
            ValueKind.Logits => At(end.Loss, end, $"{Wording.Layer(source)} gives any numbers: the loss is −x of the right class and falls without bound{Start(end)}", Right) with
            {
                With = [source.Layer],
                Fixes = [new($"Use {Right}, which works on logits", StackEdit.Rename(Right))],
            },
            // A log-probability is never above 0.
            _ when end.Most > 0 => OfActivation(end, source),
            _ => null,
        };
    }

    private static Finding OfProbabilities(NetworkEnd end, LayerMeaning softmax)
    {
        // −p·(δ − p) at the logits instead of −(δ − p).
        string smaller = end.Width > 1 ? $", 1/{Wording.Count(end.Width)} at first" : "";
        return At(softmax.Layer, end, $"[{softmax.Name}] gives probabilities: the loss is −p of the right class, at best −1, and " + (softmax.Facts.IsSparse
            ? "a row whose right class has p = 0 gets no gradient"
            : $"its gradient is p times what it should be{smaller}"), "LogSoftmax") with
        {
            With = [end.Loss],
            Fixes = [new("Use LogSoftmax", StackEdit.Replace("LogSoftmax"))],
        };
    }

    private static Finding OfActivation(NetworkEnd end, LayerMeaning source)
    {
        string consequence = double.IsInfinity(end.Most) ? "falls without bound" : $"falls to −{Wording.Digits(end.Most, "G3")}";
        return At(source.Layer, end, $"[{source.Name}] gives numbers {Wording.Between(end.Least, end.Most)}: the loss is −x of the right class and {consequence}{Start(end)}", Right) with
        {
            With = [end.Loss],
            // What does not stand directly behind weights, or makes other classes of them, stays.
            Fixes = [end.Activation is null ? new($"Use {Right}", StackEdit.Rename(Right, place: 1)) : new($"Use {Right} on the logits", StackEdit.Remove(), StackEdit.Rename(Right, place: 1))],
        };
    }

    private static Finding At(LayerAnalysis layer, NetworkEnd end, string fault, string instead) => new(layer, end.Loss.Declaration.Name, fault, instead);

    private static string Start(NetworkEnd end) => end.Width > 1 ? $" (guessing costs ln {Wording.Count(end.Width)} = {Wording.Digits(Math.Log(end.Width))})" : "";
}
