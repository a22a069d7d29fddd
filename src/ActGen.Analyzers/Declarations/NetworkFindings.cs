using System.Collections.Concurrent;
using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Meaning;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Analyzers.Declarations;

/// <summary>Reads the networks and formulas of one compilation and applies the rules; a formula is read once, however many
/// networks use it.</summary>
internal sealed class NetworkFindings(Compilation compilation, AnalyzerConfigOptionsProvider options)
{
    private const string FormulaAttributeName = "ActGen.ActivationFunctionAttribute";

    private readonly INamedTypeSymbol? _formulaAttribute = compilation.GetTypeByMetadataName(FormulaAttributeName);
    private readonly ConcurrentDictionary<string, FormulaDeclaration?> _formulas = new(StringComparer.Ordinal);
    private readonly RuleOptionsTable _options = new(options);

    /// <summary>Reports everything about a class with <c>[Network]</c>; nothing about others.</summary>
    public void Check(INamedTypeSymbol type, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (AnalysisOf(type, cancellation) is not { } analysis)
            return;
        var sites = new DeclarationSites(type, cancellation);
        // ACT0xxx: what the front end found already.
        foreach (Problem problem in analysis.Problems)
            report(Diagnostic.Create(DeclarationDescriptors.Of(problem.Id), sites.Find(problem.Site), messageArgs: [.. problem.Arguments]));
        var findings = new FindingReport(sites, report);
        foreach (NetworkRule rule in NetworkRules.All)
        {
            foreach (Finding finding in rule.Find(NetworkMeaning.Of(analysis), _options.Of(sites.Tree)))
                findings.Add(rule, finding);
        }
    }

    /// <summary>The analysis of a class with <c>[Network]</c>, or null.</summary>
    public NetworkAnalysis? AnalysisOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (NetworkReader.Read(type, compilation, cancellation) is not { } declaration)
            return null;
        FormulaTable own = FormulaTable.Of(declaration.Layers.Items
            .Where(layer => layer.Formula is { IsOfThisCompilation: true })
            .Select(layer => compilation.Assembly.GetTypeByMetadataName(layer.Formula!.MetadataName))
            .Select(formula => formula is null ? null : FormulaOf(formula, cancellation))
            .OfType<FormulaDeclaration>());
        return NetworkAnalysis.Of(declaration.Resolve(own));
    }

    /// <summary>The formula that a struct declares; null for a struct that declares none.</summary>
    public FormulaDeclaration? FormulaOf(INamedTypeSymbol type, CancellationToken cancellation) =>
        !type.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, _formulaAttribute))
            ? null
            : _formulas.GetOrAdd(TypeIdentity.MetadataNameOf(type), _ => FormulaReader.Read(type, compilation, cancellation));
}
