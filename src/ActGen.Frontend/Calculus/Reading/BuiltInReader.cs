using System.Xml.Linq;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Symbols;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Calculus;

/// <summary>What the library's own formulas say beside the formula: documentation, and how they are reached.</summary>
internal static class BuiltInReader
{
    public static string Summary(INamedTypeSymbol type, CancellationToken cancellation) =>
        Documentation(type, cancellation)?.Element("summary") is { } summary ? OneLine(summary.Value) : "";

    public static EquatableArray<string> ParameterSummaries(IMethodSymbol method, CancellationToken cancellation)
    {
        XElement? documentation = Documentation(method, cancellation);
        return method.Parameters.Skip(1)
            .Select(p => OneLine(documentation?.Elements("param").FirstOrDefault(e => e.Attribute("name")?.Value == p.Name)?.Value ?? ""))
            .ToEquatableArray();
    }

    private static XElement? Documentation(ISymbol symbol, CancellationToken cancellation)
    {
        string? xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrEmpty(xml))
            return null;
        try
        {
            return XElement.Parse(xml);
        }
        catch (System.Xml.XmlException)
        {
            // The compiler reports a malformed comment itself (CS1570).
            return null;
        }
    }

    private static string OneLine(string text) => string.Join(" ", text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    public static bool IsBuiltIn(INamedTypeSymbol type) =>
        type.ContainingType is { Name: "Formulas", ContainingType: null, ContainingNamespace: { Name: "ActGen", ContainingNamespace.IsGlobalNamespace: true } }
        && type.ContainingAssembly.Name == "ActGen";

    public static BuiltInAttribute Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        string accessibility = type.DeclaredAccessibility == Accessibility.Public ? "public" : "internal";
        AttributeData? variant = type.GetAttributes().FirstOrDefault(a => a.AttributeClass is { Name: "FormulaOptionAttribute", TypeArguments.Length: 1 });
        bool isVariant = type.GetAttributes().Any(a => a.AttributeClass is { Name: "WithoutAttributeAttribute" });
        return variant?.AttributeClass?.TypeArguments[0] is INamedTypeSymbol other && variant.ConstructorArguments.Length == 1 && variant.ConstructorArguments[0].Value is string name
            ? new BuiltInAttribute(accessibility, name, TypeIdentity.Of(other).FullName, Summary(other, cancellation), !isVariant)
            : new BuiltInAttribute(accessibility, null, null, null, !isVariant);
    }
}
