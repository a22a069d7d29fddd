using Microsoft.CodeAnalysis;

namespace ActGen.CodeFixes.Stack;

/// <summary>What kind of step an attribute is.</summary>
internal static class AttributeTypes
{
    /// <summary>Whether a class derives from another one, named in full with its own type parameters: <c>ActGen.GatedDenseAttribute&lt;TFormula&gt;</c>.</summary>
    public static bool IsDerivedFrom(this ITypeSymbol type, string fullName)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.OriginalDefinition.ToDisplayString() == fullName)
                return true;
        }
        return false;
    }
}
