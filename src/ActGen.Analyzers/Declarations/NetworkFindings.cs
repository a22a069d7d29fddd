using System.Collections.Concurrent;
using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Analysis;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Analyzers.Declarations;

/// <summary>Applies the rules to the networks, variants and blocks of one compilation.</summary>
internal sealed class NetworkFindings(DeclaredNetworks networks, AnalyzerConfigOptionsProvider options)
{
    private readonly RuleOptionsTable _options = new(options);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ToldFindings?> _told = new(SymbolEqualityComparer.Default);

    /// <summary>Reports everything about a class with <c>[Network]</c>, <c>[Variant]</c> or <c>[Block]</c>; nothing about others.</summary>
    public void Check(INamedTypeSymbol type, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (networks.StackOf(type, cancellation) is not { } analysis)
            return;
        var sites = new DeclarationSites(type, analysis.Declaration, cancellation);
        var found = StackFindings.Of(analysis, _options.Of(sites.Tree));
        var findings = new FindingReport(sites, ToldElsewhere(type, analysis, cancellation), report);
        foreach (Problem problem in found.Problems.Where(problem => !problem.IsToldElsewhere))
            findings.Add(problem, found.LayerOf(problem));
        foreach ((NetworkRule rule, Finding finding) in found.Findings)
            findings.Add(rule, finding, analysis.Declaration.Layers);
    }

    /// <summary>What the classes tell that layers come from: blocks, and the network of a variant.</summary>
    private ToldFindings ToldElsewhere(INamedTypeSymbol type, NetworkAnalysis analysis, CancellationToken cancellation)
    {
        var told = new ToldFindings();
        if (VariantReader.OriginOf(type) is { } origin)
        {
            if (ToldIn(origin, cancellation) is { } ofOrigin)
                told.AddOrigin(ofOrigin);
            return told;
        }
        foreach (LayerDeclaration layer in analysis.Declaration.Layers.Items.Where(layer => layer.IsOfBlock).GroupBy(layer => layer.Path[0]).Select(group => group.First()))
        {
            if (BlockPath.BlockOf(type, layer.Path[0]) is { } block && ToldIn(block, cancellation) is { } ofBlock)
                told.AddBlock(ofBlock, layer.Path[0]);
        }
        return told;
    }

    /// <summary>All that is wrong with a class of this compilation; null for others, of which nothing is told here.</summary>
    private ToldFindings? ToldIn(INamedTypeSymbol type, CancellationToken cancellation) => _told.GetOrAdd(type, one =>
        networks.Owns(one) && networks.StackOf(one, cancellation) is { } analysis
            ? StackFindings.Of(analysis, _options.Of(new DeclarationSites(one, analysis.Declaration, cancellation).Tree)).Tell()
            : null);
}
