using System.Collections.Concurrent;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations;

/// <summary>Reads the networks and formulas of one compilation and applies the rules; a formula is read once, however many
/// networks use it.</summary>
internal sealed class NetworkFindings(Compilation compilation)
{
    private const string FormulaAttributeName = "ActGen.ActivationFunctionAttribute";

    private readonly INamedTypeSymbol? _formulaAttribute = compilation.GetTypeByMetadataName(FormulaAttributeName);
    private readonly ConcurrentDictionary<string, FormulaDeclaration?> _formulas = new(StringComparer.Ordinal);

    /// <summary>Reports everything about a class with <c>[Network]</c>; nothing about others.</summary>
    public void Check(INamedTypeSymbol type, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (NetworkReader.Read(type, cancellation) is not { } declaration)
            return;
        FormulaTable own = FormulaTable.Of(declaration.Layers.Items
            .Where(layer => layer.Formula is { IsOfThisCompilation: true })
            .Select(layer => compilation.Assembly.GetTypeByMetadataName(layer.Formula!.MetadataName))
            .Select(formula => formula is null ? null : FormulaOf(formula, cancellation))
            .OfType<FormulaDeclaration>());
        NetworkAnalysis analysis = NetworkAnalysis.Of(declaration.Resolve(own));
        var places = new Report(new DeclarationSites(type, cancellation), report);
        foreach (NetworkRule rule in NetworkRules.All)
            rule.Check(analysis, places);
    }

    /// <summary>The formula that a struct declares; null for a struct that declares none.</summary>
    public FormulaDeclaration? FormulaOf(INamedTypeSymbol type, CancellationToken cancellation) =>
        !type.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, _formulaAttribute))
            ? null
            : _formulas.GetOrAdd(TypeIdentity.MetadataNameOf(type), _ => FormulaReader.Read(type, compilation, cancellation));
}
