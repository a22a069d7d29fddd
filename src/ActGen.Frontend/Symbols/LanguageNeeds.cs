using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Frontend.Symbols;

/// <summary>The versions of C# that generated code needs.</summary>
internal static class LanguageNeeds
{
    /// <summary>Of a network: <c>ref readonly</c> parameters.</summary>
    public const LanguageVersion OfNetwork = LanguageVersion.CSharp12;

    /// <summary>Of a formula, and of the surface of a network: static members of interfaces.</summary>
    public const LanguageVersion OfFormula = LanguageVersion.CSharp11;

    /// <summary>The version with which a type is compiled where it is below <paramref name="lowest"/>; null where it is not.</summary>
    public static string? Lacking(INamedTypeSymbol type, LanguageVersion lowest) =>
        type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options is CSharpParseOptions options && options.LanguageVersion < lowest
            ? options.LanguageVersion.ToDisplayString()
            : null;
}
