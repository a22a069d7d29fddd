using ActGen.Analyzers.Declarations;
using ActGen.Frontend.Diagnostics;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Findings;

/// <summary>Puts the findings on one network at their places in the source, each mistake once.</summary>
internal sealed class FindingReport(DeclarationSites sites, Action<Diagnostic> add)
{
    private readonly HashSet<(Concern, int)> _told = [];

    /// <summary>Reports a finding unless an earlier rule has told the same.</summary>
    public void Add(NetworkRule rule, Finding finding)
    {
        (Concern, int)[] subjects = [.. (finding.About ?? [finding.At.Index]).Select(layer => (rule.Concern, layer))];
        if (subjects.Any(_told.Contains))
            return;
        _told.UnionWith(subjects);
        add(Diagnostic.Create(
            rule.Descriptor,
            sites.Find(new ProblemSite(finding.At.Index)),
            finding.Severity ?? rule.Descriptor.DefaultSeverity,
            additionalLocations: finding.With.Select(layer => sites.Find(new ProblemSite(layer.Index))),
            properties: StackFix.Write(finding.Fixes),
            messageArgs: finding.Arguments));
    }
}
