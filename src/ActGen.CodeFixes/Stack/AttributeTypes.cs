using Microsoft.CodeAnalysis;

namespace ActGen.CodeFixes.Stack;

/// <summary>What kind of step an attribute is.</summary>
internal static class AttributeTypes
{
    /// <summary>Whether a class derives from another one, named in full.</summary>
    public static bool IsDerivedFrom(this ITypeSymbol type, string fullName)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.ToDisplayString() == fullName)
                return true;
        }
        return false;
    }

    /// <summary>Whether a class derives from a generic one, whatever its arguments.</summary>
    public static bool IsDerivedFromGeneric(this ITypeSymbol type, string containingNamespace, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol { Arity: > 0 } generic && generic.Name == name && generic.ContainingNamespace.ToDisplayString() == containingNamespace)
                return true;
        }
        return false;
    }
}
