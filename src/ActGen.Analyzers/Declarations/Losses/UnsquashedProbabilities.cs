using ActGen.Analyzers.Findings;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2007: a loss on probabilities is given numbers below 0 or above 1.</summary>
internal sealed class UnsquashedProbabilities : LossRule
{
    /// <summary>Ranges are known to six digits.</summary>
    private const double Tolerance = 1e-5;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2007",
        "Output is not squashed to (0, 1)",
        "{0} takes probabilities, and {1}. {2}.",
        RuleCategory.Losses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2007.md");

    private static readonly string Right = LossTypes.BCEWithLogits.Name;

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override Finding? Judge(NetworkEnd end)
    {
        if (end is not { Type.Expects: LossInput.Probabilities, Source: { } source })
            return null;
        string loss = end.Loss.Declaration.Name;
        // Cross-entropy of each output has a form on logits; ratios of sums have none, and negative sums no sense.
        (string advice, string consequence) = end.IsElementwise
            ? ($"Use [{Right}] on the logits", "outside of [0, 1] the loss is not a number")
            : ("Put [Sigmoid] before it", "the sums that it divides can be 0 or negative");
        if (end.Kind == ValueKind.Logits)
        {
            return new Finding(end.Loss, loss, $"{Wording.Layer(source)} gives any numbers, about half of them negative in a new network: {consequence}", advice)
            {
                With = [source.Layer],
                Fixes = [end.IsElementwise ? new($"Use {Right}", StackEdit.Replace(Right)) : new("Insert Sigmoid", StackEdit.InsertAfter("Sigmoid", place: 1))],
            };
        }
        // Dropout behind a sigmoid is a mistake of its own, ACT2011.
        if (source.Facts.Range is not { } range || !(range.Infimum < -Tolerance || range.Supremum > 1 + Tolerance))
            return null;
        return new Finding(source.Layer, loss, $"[{source.Name}] gives numbers {Wording.Between(range.Infimum, range.Supremum)}: {consequence}", advice)
        {
            With = [end.Loss],
            Fixes = end.Activation is null ? [] : [end.IsElementwise
                ? new($"Use {Right} on the logits", StackEdit.Remove(), StackEdit.Replace(Right, place: 1))
                : new("Use Sigmoid", StackEdit.Replace("Sigmoid"))],
        };
    }
}
