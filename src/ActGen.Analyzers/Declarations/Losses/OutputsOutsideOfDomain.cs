using System.Collections.Immutable;
using ActGen.Analyzers.Findings;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2007: a loss on probabilities is given numbers below 0 or above 1, a loss on rates or distances numbers below 0.</summary>
internal sealed class OutputsOutsideOfDomain : LossRule
{
    /// <summary>Ranges are known to six digits.</summary>
    private const double Tolerance = 1e-5;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2007",
        "Output outside of what the loss is defined on",
        "{0} takes {1}, and {2}. {3}.",
        RuleCategory.Losses,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2007.md");

    private static readonly string Classes = LossTypes.CrossEntropy.Name, Right = LossTypes.BCEWithLogits.Name;

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override Finding? Judge(NetworkEnd end)
    {
        if (end is not { Type.Expects: LossInput.Probabilities or LossInput.NonNegative, Source: { } source })
            return null;
        bool areShares = end.Type.Expects == LossInput.Probabilities, isAnything = end.Kind == ValueKind.Logits;
        // Dropout behind a sigmoid is a mistake of its own, ACT2011.
        if (!isAnything && (source.Facts.Range is not { } range || !(range.Infimum < -Tolerance || (areShares && range.Supremum > 1 + Tolerance))))
            return null;
        string takes = areShares ? "probabilities" : end.Type.IsSigned ? "distances" : "positive numbers";
        string given = isAnything
            ? $"{Wording.Layer(source)} gives any numbers, about half of them negative at first"
            : $"[{source.Name}] gives numbers {Wording.Between(source.Facts.Range!.Infimum, source.Facts.Range.Supremum)}";
        return new Finding(isAnything ? end.Loss : source.Layer, end.Loss.Declaration.Name, takes, $"{given}: {Consequence(end, areShares)}", Advice(end, areShares, isAnything))
        {
            Severity = end.Type.Outside == OutsideOfDomain.CutOff ? DiagnosticSeverity.Info : null,
            With = [isAnything ? source.Layer : end.Loss],
            Fixes = isAnything ? Behind(end, areShares) : InPlaceOf(end, source, areShares),
        };
    }

    private static string Consequence(NetworkEnd end, bool areShares) => end.Type.Outside switch
    {
        OutsideOfDomain.Senseless => "the sums that it divides can be 0 or negative",
        OutsideOfDomain.CutOff => "what is negative gets no gradient",
        OutsideOfDomain.Unbounded => $"where the target is +1 the loss falls {(end.Source!.Facts.Range is { } range && !double.IsInfinity(range.Infimum) ? $"to {Wording.Digits(range.Infimum, "G3")}" : "without bound")}",
        _ => $"{(areShares ? "outside of [0, 1]" : "below 0")} the loss is not a number",
    };

    /// <summary>Cross-entropy of each output has a form on logits; ratios of sums have none, and negative sums no sense.</summary>
    private static string Advice(NetworkEnd end, bool areShares, bool isAnything) =>
        !areShares ? (Exponent(end) is { } flag ? $"Use [Softplus], or leave {flag} on" : "Use [Softplus]")
        : end.IsElementwise ? $"Use [{Right}] on the logits"
        : isAnything ? "Put [Sigmoid] before it" : $"Put [{(end.Activation is null ? "Softmax" : "Sigmoid")}] in its place";

    private static ImmutableArray<StackFix> Behind(NetworkEnd end, bool areShares) =>
        !areShares ? [new("Insert Softplus", StackEdit.InsertAfter("Softplus", place: 1)), .. Exponent(end) is { } flag ? [new StackFix($"Leave {flag} on: outputs are logarithms", StackEdit.RemoveArgument(flag))] : ImmutableArray<StackFix>.Empty]
        : [end.IsElementwise ? new($"Use {Right}", StackEdit.Replace(Right)) : new("Insert Sigmoid", StackEdit.InsertAfter("Sigmoid", place: 1))];

    /// <summary>What stands directly behind weights can go, and the loss gets logits: activations, log-softmax.</summary>
    private static ImmutableArray<StackFix> InPlaceOf(NetworkEnd end, LayerMeaning source, bool areShares)
    {
        if (source.Before.Kind != ValueKind.Logits || (end.Activation is null && end.Kind != ValueKind.LogProbabilities))
            return [];
        if (!areShares)
            return [new("Use Softplus", StackEdit.Replace("Softplus"))];
        if (!end.IsElementwise)
            return end.Activation is null ? [new("Use Softmax", StackEdit.Replace("Softmax"))] : [new("Use Sigmoid", StackEdit.Replace("Sigmoid"))];
        var binary = new StackFix($"Use {Right} on the logits", StackEdit.Remove(), StackEdit.Replace(Right, place: 1));
        return end.Activation is null && end.Width > 1 ? [new($"Use {Classes} on the logits: one class is right", StackEdit.Remove(), StackEdit.Replace(Classes, place: 1)), binary] : [binary];
    }

    /// <summary>The flag without which the loss takes the exponential of outputs itself; null for losses that have none.</summary>
    private static string? Exponent(NetworkEnd end) => end.Loss.Declaration.Loss is { Expects: LossInput.LogRates } whole
        ? whole.Variants.Items.FirstOrDefault(variant => variant.Type.Expects == end.Type.Expects)?.Flag
        : null;
}
