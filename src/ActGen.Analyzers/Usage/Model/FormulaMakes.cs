using System.Collections.Concurrent;
using ActGen.Analyzers.Declarations;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Facts;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Usage.Model;

/// <summary>What activations make, by the facts of their formulas: a project's own sigmoid is one. Formulas with parameters are unknown.</summary>
internal sealed class FormulaMakes(Compilation compilation, DeclaredNetworks networks)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ValueKind> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Of a shortcut of the class <c>Activations</c>.</summary>
    public ValueKind OfLibrary(string name) =>
        compilation.GetTypeByMetadataName("ActGen.Formulas")?.GetTypeMembers(name).FirstOrDefault() is { } type ? Of(type) : ValueKind.Unknown;

    public ValueKind Of(INamedTypeSymbol type) => _known.GetOrAdd(type, Find);

    private ValueKind Find(INamedTypeSymbol type)
    {
        Formula? formula = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
            ? networks.FormulaOf(type, default)?.ToFormula()
            : CompiledFormulaReader.Read(type);
        return formula is { Parameters.Count: 0 } ? FormulaMeaning.Of(new ElementFunction(formula, [])).Makes : ValueKind.Unknown;
    }
}
