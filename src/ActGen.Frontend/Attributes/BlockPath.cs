using System.Collections.Immutable;
using ActGen.Frontend.Collections;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Attributes;

/// <summary>From the path of a layer (<c>LayerDeclaration.Path</c>) back to the classes and attributes along it.</summary>
internal static class BlockPath
{
    /// <summary>The attribute that a path leads to; null where the class is not what it was.</summary>
    public static AttributeData? AttributeAt(INamedTypeSymbol type, EquatableArray<int> path)
    {
        INamedTypeSymbol? current = NetworkOf(type);
        AttributeData? attribute = null;
        foreach (int place in path)
        {
            ImmutableArray<AttributeData> layers = current is null ? [] : NetworkReader.LayerAttributes(current.GetAttributes());
            attribute = place < layers.Length ? layers[place] : null;
            current = BlockOf(attribute);
        }
        return attribute;
    }

    /// <summary>The block that an attribute of a class names; null where it names none.</summary>
    /// <param name="type">The class.</param>
    /// <param name="place">The attribute's place among the layers of the class.</param>
    public static INamedTypeSymbol? BlockOf(INamedTypeSymbol type, int place) => BlockOf(AttributeAt(type, [place]));

    private static INamedTypeSymbol? BlockOf(AttributeData? attribute) =>
        attribute?.AttributeClass is { } use && BlockUse.Is(use) ? BlockUse.BlockOf(use) as INamedTypeSymbol : null;

    /// <summary>The network whose layers a variant has; the class itself where it is none.</summary>
    private static INamedTypeSymbol NetworkOf(INamedTypeSymbol type)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        while (seen.Add(type) && VariantReader.OriginOf(type) is { } origin)
            type = origin;
        return type;
    }
}
