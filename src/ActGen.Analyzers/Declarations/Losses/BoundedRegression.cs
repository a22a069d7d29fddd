using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT1008: an activation bounds what a regression can predict.</summary>
internal sealed class BoundedRegression : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1008",
        "Activation bounds the output of a regression",
        "[{0}] before {1}: {2}. Remove [{0}], or suppress this where all targets lie there.",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1008.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        if (network.Loss is not { } loss || loss.Declaration.Loss!.For(loss.Declaration) is not { Expects: LossInput.Values, IsRelative: false }
            || network.SourceOf(network.AtLoss) is not { Facts: { Map: LayerMap.Nonlinear, Formula: { } formula }, Before.Kind: ValueKind.Logits } last
            || IsAutoencoder(network) || Consequence(formula) is not { } consequence)
        {
            yield break;
        }
        yield return new Finding(last.Layer, last.Name, loss.Declaration.Name, consequence)
        {
            With = [loss],
            Fixes = [new($"Remove [{last.Name}]", StackEdit.Remove())],
        };
    }

    /// <summary>What comes out has the shape of what went in, through a bottleneck: its targets are its inputs, whose range the author
    /// knows (images in [0, 1]).</summary>
    private static bool IsAutoencoder(NetworkMeaning network) =>
        network.Analysis.Input.IsKnown && network.Analysis.Output == network.Analysis.Input && network.Weighted.Any(layer => layer.Width < network.Analysis.Input.Last);

    private static string? Consequence(FormulaFacts formula)
    {
        (double low, double high) = (formula.Range.Infimum, formula.Range.Supremum);
        if (formula.DeadRegions.Count > 0 && double.IsInfinity(high) && !double.IsInfinity(low))
        {
            return $"the prediction is never below {Wording.Digits(low, "G3")}, and while it is there it gets no gradient: in a new network that is {Wording.Percent(formula.Moments.DeadShare)} of the rows, and a unit that is there for all stays there";
        }
        return double.IsInfinity(low) || double.IsInfinity(high)
            ? null
            : $"the prediction stays between {Wording.Digits(low, "G3")} and {Wording.Digits(high, "G3")}, and no target beyond is reached";
    }
}
