using ActGen.Analyzers.Findings;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT2009: squared error, or one like it, of probabilities that sum to 1.</summary>
internal sealed class RegressionOnProbabilities : LossRule
{
    /// <summary>The probability of the right class in the example of a row that is far off.</summary>
    private const double Example = 0.01;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT2009",
        "Regression loss on class probabilities",
        "[{0}] before {1}: where the right of {2} classes has p = {3} its logit gets a gradient of at most {4}, and {5} from cross-entropy. Use [{6}] on the logits.",
        RuleCategory.Losses,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT2009.md");

    private static readonly string Right = LossTypes.CrossEntropy.Name;

    public override DiagnosticDescriptor Descriptor => Rule;

    protected override Finding? Judge(NetworkEnd end)
    {
        if (end is not { Kind: ValueKind.Probabilities, IsElementwise: true, Type.LargestSlope: { } slope, Source: { } softmax, Width: > 1 })
            return null;
        // dx = p·(g − Σ p·g), |g| ≤ slope/K: at most 2p·slope/K. Cross-entropy: 1 − p.
        return new Finding(
            softmax.Layer, softmax.Name, end.Loss.Declaration.Name, Wording.Count(end.Width), Wording.Digits(Example, "G3"),
            Wording.Factor(2 * Example * slope / end.Width), Wording.Digits(1 - Example, "G3"), Right)
        {
            With = [end.Loss],
            Fixes = [new($"Use {Right} on the logits", StackEdit.Remove(), StackEdit.Replace(Right, place: 1))],
        };
    }
}
