using ActGen.Analyzers.Findings;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2008: sigmoid and the cross-entropy of its probabilities are right together, but the probability in between has 24 bits.</summary>
internal sealed class SigmoidBeforeBinaryLoss : LossRule
{
    /// <summary>1 − σ(x) is half of the last place below 1, 2⁻²⁵, at x = ln(2²⁵ − 1): from there on σ(x) is 1 as float.</summary>
    public static readonly double RoundsToOne = Math.Log((1 << 25) - 1);

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2008",
        "Sigmoid apart from its loss",
        "[{0}] before {1} is right but loses digits: from a logit of {2} on p is 1, and a row of target 0 costs 100 instead of {2}, without gradient. Use [{3}] on logits.",
        RuleCategory.Losses,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2008.md");

    private static readonly string Right = LossTypes.BCEWithLogits.Name;

    private static readonly double[] Points = [.. Enumerable.Range(-32, 65).Select(i => i / 4.0)];

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override Finding? Judge(NetworkEnd end)
    {
        if (end is not { Kind: ValueKind.UnitInterval, Scale: 1, IsElementwise: true, Type.Expects: LossInput.Probabilities, Activation: { } sigmoid } || !IsSigmoid(sigmoid.Facts.Function!))
            return null;
        return new Finding(sigmoid.Layer, sigmoid.Name, end.Loss.Declaration.Name, Wording.Digits(RoundsToOne, "F1"), Right)
        {
            With = [end.Loss],
            Fixes = [new($"Use {Right} on the logits", StackEdit.Remove(), StackEdit.Replace(Right, place: 1))],
        };
    }

    /// <summary>Other squashing functions make another probability of a logit, which no loss on logits does.</summary>
    private static bool IsSigmoid(ElementFunction function) =>
        function.At(Points).Zip(Points, static (y, x) => Math.Abs((y * (1 + Math.Exp(-x))) - 1) < 1e-5).All(static same => same);
}
