using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.HiddenLayers;

/// <summary>ACT1011: an activation that keeps mean 0 and variance 1, as SELU does (Klambauer et al. 2017, "Self-Normalizing Neural
/// Networks"), among layers that take this from it.</summary>
internal sealed class SelfNormalizationLost : NetworkRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1011",
        "Self-normalising activation without its conditions",
        "[{0}] keeps mean 0 and variance 1, but {1}. {2}.",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1011.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Function;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        foreach (LayerMeaning layer in network.Layers.Where(layer => layer.Facts.Formula is { } formula && IsSelfNormalizing(formula)))
        {
            if (network.SourceOf(layer.Before) is { Facts.Start: { IsDeclared: true, Constant: null }, Flow: { } flow } weights && Math.Abs((flow.SignalFactor * flow.SignalFactor) - 1) > 0.1)
            {
                yield return new Finding(weights.Layer, layer.Name, $"the weights of {Wording.Layer(weights)} give its inputs {Wording.Factor(flow.SignalFactor * flow.SignalFactor)} times the variance", "Use Init = LeCun or Auto")
                {
                    With = [layer.Layer],
                    Fixes = [Propagation.NetworkScale.AutoStart([0])],
                };
            }
            foreach (LayerMeaning dropout in network.Layers.Where(next => next.Facts.DropRate is > 0 and < 1 && next.Before.Source == layer.Index))
            {
                yield return new Finding(dropout.Layer, layer.Name, $"{Wording.Layer(dropout)} behind it multiplies the variance by {Wording.Factor(1 / (1 - dropout.Facts.DropRate!.Value))} and sets units to 0, far from the lower end at {Wording.Factor(layer.Facts.Formula!.Range.Infimum)}", "Remove the dropout, or use another activation")
                {
                    With = [layer.Layer],
                    Fixes = [new($"Remove {Wording.Layer(dropout)}", StackEdit.Remove())],
                };
            }
            if (network.Layers.FirstOrDefault(next => next.Index > layer.Index && next.Facts.Normalizes != NormalizedOver.None) is { } normalization)
            {
                yield return new Finding(normalization.Layer, layer.Name, $"{Wording.Layer(normalization)} normalises anyway", "Use one of the two")
                {
                    With = [layer.Layer],
                    Fixes = [new($"Remove {Wording.Layer(normalization)}", StackEdit.Remove())],
                };
            }
        }
    }

    /// <summary>Normal values of mean 0 and variance 1 keep both, and values near that come nearer: the slope is below 1.</summary>
    private static bool IsSelfNormalizing(FormulaFacts formula) =>
        !formula.IsAffine && Math.Abs(formula.Moments.Mean) < 1e-2 && Math.Abs(formula.Moments.MeanSquare - 1) < 1e-2 && formula.Moments.Slope < 1
        && formula.Range.Infimum > double.NegativeInfinity;
}
