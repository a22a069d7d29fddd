using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.CodeFixes.Stack;

/// <summary>How an attribute of ActGen is written at a place: as its neighbours are, through the file's usings and aliases.</summary>
internal static class AttributeNames
{
    private const string Suffix = "Attribute";

    /// <summary>The shortest name that means the attribute there, or null where the library does not have it.</summary>
    /// <param name="model">Of the neighbour's file.</param>
    /// <param name="neighbour">An attribute whose way of naming is followed.</param>
    /// <param name="type">Name of the attribute class in namespace <c>ActGen</c>, <c>ReLUAttribute</c>.</param>
    public static string? NameFor(SemanticModel model, AttributeSyntax neighbour, string type)
    {
        if (model.Compilation.GetTypeByMetadataName("ActGen." + type) is not { } attribute)
            return null;
        string shortName = type.Substring(0, type.Length - Suffix.Length);
        return Candidates(model, neighbour, attribute, shortName).FirstOrDefault(name => Means(model, neighbour, name, attribute));
    }

    private static IEnumerable<string> Candidates(SemanticModel model, AttributeSyntax neighbour, INamedTypeSymbol attribute, string shortName)
    {
        if (QualifierOf(neighbour.Name) is { Length: > 0 } qualifier)
            yield return qualifier + shortName;
        if (AliasOf(model, neighbour.SpanStart, attribute) is { } alias)
            yield return alias;
        yield return shortName;
        yield return "ActGen." + shortName;
        yield return "global::ActGen." + shortName;
    }

    /// <summary><c>Nn.</c> of <c>Nn.Dense</c>, <c>global::ActGen.</c> of the full name, empty for a simple one.</summary>
    private static string QualifierOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => $"{qualified.Left}.",
        AliasQualifiedNameSyntax qualified => $"{qualified.Alias}::",
        _ => "",
    };

    /// <summary>A name that the file gave to this very type: <c>using Rectifier = ActGen.ReLUAttribute;</c>.</summary>
    private static string? AliasOf(SemanticModel model, int position, INamedTypeSymbol attribute) => model
        .LookupNamespacesAndTypes(position)
        .OfType<IAliasSymbol>()
        .FirstOrDefault(alias => SymbolEqualityComparer.Default.Equals(alias.Target, attribute))?.Name;

    private static bool Means(SemanticModel model, AttributeSyntax neighbour, string name, INamedTypeSymbol attribute)
    {
        AttributeSyntax candidate = SyntaxFactory.Attribute(SyntaxFactory.ParseName(name));
        SymbolInfo info = model.GetSpeculativeSymbolInfo(neighbour.SpanStart, candidate);
        // Without its arguments an attribute that needs some has no constructor that fits, but the type is known.
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol constructor && SymbolEqualityComparer.Default.Equals(constructor.ContainingType, attribute);
    }
}
