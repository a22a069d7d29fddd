using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Attributes;

/// <summary>The attributes that put a block in their place: <c>[Block&lt;T&gt;]</c> and <c>[Residual&lt;T&gt;]</c>.</summary>
internal static class BlockUse
{
    /// <summary>The argument that says how often.</summary>
    public const string Repeat = "Repeat";

    public static bool Is(INamedTypeSymbol attribute) =>
        attribute is { Arity: 1, Name: "BlockAttribute" or "ResidualAttribute" } && LayerReader.IsOfLibrary(attribute);

    /// <summary>Whether the block's input is added to its output.</summary>
    public static bool IsResidual(INamedTypeSymbol attribute) => attribute.Name == "ResidualAttribute";

    /// <summary>The class that is named: anything, while somebody types.</summary>
    public static ITypeSymbol BlockOf(INamedTypeSymbol attribute) => attribute.TypeArguments[0];
}
