using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ActGen.Frontend.Analysis;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Frontend.Symbols;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Declarations;

/// <summary>The networks and formulas of one compilation, each read once, however many analyzers ask and however many networks use a formula.</summary>
internal sealed class DeclaredNetworks
{
    private const string FormulaAttributeName = "ActGen.ActivationFunctionAttribute";

    private static readonly ConditionalWeakTable<Compilation, DeclaredNetworks> Known = new();

    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol? _formulaAttribute;
    private readonly ConcurrentDictionary<string, FormulaDeclaration?> _formulas = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<INamedTypeSymbol, NetworkAnalysis?> _stacks = new(SymbolEqualityComparer.Default);

    private DeclaredNetworks(Compilation compilation)
    {
        _compilation = compilation;
        _formulaAttribute = compilation.GetTypeByMetadataName(FormulaAttributeName);
    }

    /// <summary>Those of a compilation; the same object for the same compilation.</summary>
    public static DeclaredNetworks Of(Compilation compilation) => Known.GetValue(compilation, static one => new DeclaredNetworks(one));

    /// <summary>The analysis of a network or a variant, or null.</summary>
    public NetworkAnalysis? AnalysisOf(INamedTypeSymbol type, CancellationToken cancellation) =>
        StackOf(type, cancellation) is { Declaration.Kind: not DeclarationKind.Block } network ? network : null;

    /// <summary>The analysis of a network, a variant, or a block that is looked at alone; null for other classes.</summary>
    public NetworkAnalysis? StackOf(INamedTypeSymbol type, CancellationToken cancellation) => _stacks.GetOrAdd(type, one => Analyze(one, cancellation));

    /// <summary>Whether a class belongs to this compilation, so that what is wrong with it is told in it.</summary>
    public bool Owns(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly);

    /// <summary>The formula that a struct declares; null for a struct that declares none.</summary>
    public FormulaDeclaration? FormulaOf(INamedTypeSymbol type, CancellationToken cancellation) =>
        !type.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, _formulaAttribute))
            ? null
            : _formulas.GetOrAdd(TypeIdentity.MetadataNameOf(type), _ => FormulaReader.Read(type, _compilation, cancellation));

    private NetworkAnalysis? Analyze(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if ((NetworkReader.Read(type, _compilation, cancellation) ?? NetworkReader.ReadBlock(type, _compilation, cancellation)) is not { } declaration)
            return null;
        FormulaTable own = FormulaTable.Of(declaration.Layers.Items
            .Where(layer => layer.Formula is { IsOfThisCompilation: true })
            .Select(layer => _compilation.Assembly.GetTypeByMetadataName(layer.Formula!.MetadataName))
            .Select(formula => formula is null ? null : FormulaOf(formula, cancellation))
            .OfType<FormulaDeclaration>());
        return NetworkAnalysis.Of(declaration.Resolve(own));
    }
}
