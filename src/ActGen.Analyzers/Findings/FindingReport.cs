using System.Collections.Immutable;
using ActGen.Analyzers.Declarations;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Findings;

/// <summary>Puts what was found in one class at its places in the source, each mistake once: not again for the next repetition of a block, nor where the class that
/// a layer comes from tells it already.</summary>
internal sealed class FindingReport(DeclarationSites sites, ToldFindings told, Action<Diagnostic> add)
{
    /// <summary>Reports a problem unless it is told.</summary>
    public void Add(Problem problem, LayerDeclaration? layer)
    {
        if (!told.Add(problem, layer))
            return;
        Location? origin = problem.Site.Layer < 0 ? null : sites.FindOrigin(problem.Site.Layer);
        add(Diagnostic.Create(
            DeclarationDescriptors.Of(problem.Id),
            sites.Find(problem.Site),
            additionalLocations: origin is null ? [] : [origin],
            messageArgs: [.. problem.Arguments]));
    }

    /// <summary>Reports a finding unless an earlier rule has told the same.</summary>
    /// <param name="rule">Which rule found it.</param>
    /// <param name="finding">What it found.</param>
    /// <param name="layers">The layers of the class.</param>
    public void Add(NetworkRule rule, Finding finding, EquatableArray<LayerDeclaration> layers)
    {
        if (!told.Add(rule, finding, layers))
            return;
        // The places that fixes count come first.
        IEnumerable<Location> others = finding.With.Select(layer => sites.FindOrigin(layer.Index) ?? sites.Find(new ProblemSite(layer.Index)));
        add(Diagnostic.Create(
            rule.Descriptor,
            sites.Find(new ProblemSite(finding.At.Index)),
            finding.Severity ?? rule.Descriptor.DefaultSeverity,
            additionalLocations: sites.FindOrigin(finding.At.Index) is { } origin ? others.Append(origin) : others,
            properties: StackFix.Write([.. finding.Fixes.Where(fix => IsOfOwnLayers(fix, finding))]),
            messageArgs: finding.Arguments));
    }

    /// <summary>Whether a fix edits this class only: what a block declares is shared by others, for whom it may be right.</summary>
    private bool IsOfOwnLayers(StackFix fix, Finding finding)
    {
        ImmutableArray<LayerAnalysis> places = [finding.At, .. finding.With];
        return fix.Edits.All(edit => sites.IsOwn(places[edit.Place].Index));
    }
}
