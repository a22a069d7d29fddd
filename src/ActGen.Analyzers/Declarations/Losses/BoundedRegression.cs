using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Losses;

/// <summary>ACT1008: an activation, or a recurrent layer, bounds what a regression can predict.</summary>
internal sealed class BoundedRegression : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1008",
        "Activation bounds the output of a regression",
        "[{0}] before {1}: {2}. {3}.",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1008.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        if (NetworkEnd.Of(network) is not { Type.IsRelative: false } end || BoundedOutput.Of(end.Source) is not { Layer: var last } output || IsAutoencoder(network)
            || Consequence(end, output) is not { } consequence)
        {
            yield break;
        }
        // What must be positive stays so with a gradient everywhere; below 0 lie the logarithms, on which any number will do.
        bool isPositive = end.Type.Expects == LossInput.NonNegative;
        // What has weights cannot be replaced; that it gives what the loss does not take is ACT2007's.
        if (isPositive && output.Formula is null)
            yield break;
        yield return new Finding(last.Layer, last.Name, end.Loss.Declaration.Name, consequence.What, (isPositive ? "Use [Softplus]" : output.Advice) + consequence.Unless)
        {
            With = [end.Loss],
            Fixes = [isPositive ? new("Use Softplus", StackEdit.Replace("Softplus")) : output.Fix()],
        };
    }

    /// <summary>What comes out has the shape of what went in, through a bottleneck: its targets are its inputs, whose range the author
    /// knows (images in [0, 1]).</summary>
    private static bool IsAutoencoder(NetworkMeaning network) =>
        network.Analysis.Input.IsKnown && network.Analysis.Output == network.Analysis.Input && network.Weighted.Any(layer => layer.Width < network.Analysis.Input.Features);

    private static (string What, string Unless)? Consequence(NetworkEnd end, BoundedOutput output)
    {
        const string IfAll = ", or suppress this if all targets lie there";
        (double low, double high) = (output.Range.Infimum, output.Range.Supremum);
        bool isBounded = !double.IsInfinity(low) && !double.IsInfinity(high);
        bool isDead = output.Formula?.DeadRegions.Count > 0 && double.IsInfinity(high) && !double.IsInfinity(low);
        string share = Wording.Percent(output.DeadShare);
        return end.Type switch
        {
            { Expects: LossInput.Values } when isDead => ($"predictions are never below {Wording.Digits(low, "G3")}, and those at it get no gradient, {share} of them in a new network", ", or suppress this if no target is lower"),
            { Expects: LossInput.NonNegative, IsSigned: false } when isDead => ($"predictions of {Wording.Digits(low, "G3")} get no gradient, {share} of them in a new network, and a unit that gives it for all rows stays there", ""),
            { Expects: LossInput.Values } or { Expects: LossInput.NonNegative, IsSigned: false } when isBounded => ($"predictions stay between {Wording.Digits(low, "G3")} and {Wording.Digits(high, "G3")}, and no target beyond is reached", IfAll),
            { Expects: LossInput.LogRates } when isBounded => ($"rates stay between {Wording.Factor(Math.Exp(low))} and {Wording.Factor(Math.Exp(high))}, and no count beyond is expected", IfAll),
            { Expects: LossInput.MeansAndLogVariances } when isBounded => ($"means stay between {Wording.Digits(low, "G3")} and {Wording.Digits(high, "G3")}, variances between {Wording.Factor(Math.Exp(low))} and {Wording.Factor(Math.Exp(high))}", ", or suppress this if both lie there"),
            _ => null,
        };
    }
}
