using System.Collections.Immutable;
using ActGen.Analyzers.Declarations.Propagation;
using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Meaning;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations.Start;

/// <summary>ACT3001: declared initialisers let the signal drift from layer to layer.</summary>
internal sealed class MismatchedInitializer : NetworkRule
{
    private const int Fewest = 3;
    private const double LargestDrift = 4;

    private static readonly DiagnosticDescriptor Rule = new(
        "ACT3001",
        "Initialiser does not fit the activations",
        "The declared initialisers do not fit the activations: over {0} layers the signal is predicted to be multiplied by {1} with each layer, by {2} in all. With Init = Auto it keeps its scale.",
        RuleCategory.Start,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Folder + "ACT3001.md");

    public override DiagnosticDescriptor Descriptor => Rule;

    public override Concern Concern => Concern.Scale;

    public override bool HasFix => true;

    public override IEnumerable<Finding> Find(NetworkMeaning network, RuleOptions options)
    {
        LayerMeaning? output = network.LastWeighted;
        // From the products of the first declared layer to those of the last hidden one.
        ImmutableArray<LayerMeaning> hidden = [.. network.DeclaredStarts().Where(layer => layer.Index < output?.Index && layer.Flow is not null)];
        if (hidden.Length < Fewest || !network.IsPlain())
            yield break;
        double drift = hidden[hidden.Length - 1].Flow!.Output / hidden[0].Flow!.Output;
        if (!(drift > 0) || double.IsInfinity(drift) || drift is >= 1 / LargestDrift and <= LargestDrift)
            yield break;
        double each = Math.Pow(drift, 1.0 / (hidden.Length - 1));
        ImmutableArray<LayerMeaning> declared = network.DeclaredStarts();
        yield return new Finding(hidden[0].Layer, Wording.Count(hidden.Length), Wording.Factor(each), Wording.Factor(drift))
        {
            With = [.. declared.Where(layer => layer != hidden[0]).Select(layer => layer.Layer)],
            About = network.AllPlaces(),
            Fixes = [NetworkScale.AutoStart(Enumerable.Range(0, declared.Length))],
        };
    }
}
