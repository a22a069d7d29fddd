using System.Collections.Immutable;
using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Meaning;
using ActGen.Frontend.Propagation;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Propagation;

/// <summary>ACT1010: in many new networks no gradient passes at all.</summary>
internal sealed class BornDeadNetwork : NetworkRule
{
    /// <summary>A quarter, and what the estimate may be off: no network is reported, or passed over, by the luck of the draw.</summary>
    private const double LargestChance = 0.25 + BornDead.Tolerance;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT1010",
        "The network is likely born dead",
        "{0} of new networks are estimated to be born dead: some layer has derivative 0 for every input, most likely {1}. Use [LeakyReLU] or [ELU], or wider or fewer layers.",
        RuleCategory.HiddenLayers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT1010.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Scale;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        if (network.Analysis.Plan?.Signal.BornDead is not { } chance || chance <= LargestChance)
            yield break;
        ImmutableArray<LayerMeaning> dying = [.. network.Layers.Where(layer => layer.Facts.Formula is { DeadRegions.Count: > 0 }).OrderBy(layer => layer.Width)];
        // Weights that start at zero are another mistake, and the more special one.
        if (dying.IsEmpty || !network.IsPlain() || network.Weighted.Any(layer => layer.Facts.Start!.Constant is not null))
            yield break;
        yield return new Finding(
            dying[0].Layer, Wording.Percent(chance), $"{Wording.Layer(dying[0])} over {Wording.Count(dying[0].Width)} units")
        {
            With = [.. dying.Skip(1).Select(layer => layer.Layer)],
            About = network.AllPlaces(),
            Fixes = [NetworkScale.Use("LeakyReLU", Enumerable.Range(0, dying.Length)), NetworkScale.Use("ELU", Enumerable.Range(0, dying.Length))],
        };
    }
}
