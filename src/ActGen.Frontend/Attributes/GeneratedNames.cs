using ActGen.Frontend.Collections;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Attributes;

/// <summary>The names that the generated half puts into the user's class, and whether the user has one of them (ACT0012).</summary>
internal static class GeneratedNames
{
    /// <summary>The one private field.</summary>
    public const string State = "_state";

    private const string Inputs = "System.ReadOnlySpan<float>";

    /// <summary>Members of which there is one: nothing else may have the name.</summary>
    private static readonly string[] Unique = ["InputSize", "OutputSize", "ParameterCount", "Parameters", "ParameterTable", State];

    /// <summary>Methods and the parameter types of their overloads: other overloads are the user's to add.</summary>
    private static readonly (string Name, string[] Signatures)[] Methods =
    [
        ("Forward", [$"{Inputs},System.Span<float>"]),
        ("Predict", [$"{Inputs},System.Span<float>", Inputs]),
        ("Classify", [$"{Inputs},System.Span<int>", Inputs]),
        (WellKnownMemberNames.InstanceConstructorName, ["long", "ActGen.CompilerServices.NetworkState"]),
    ];

    public static EquatableArray<string> TakenIn(INamedTypeSymbol type)
    {
        var taken = new List<string>();
        foreach (string name in Unique)
        {
            if (type.Name == name || Members(type, name).Any())
                taken.Add(name);
        }
        foreach ((string name, string[] signatures) in Methods)
        {
            if (type.Name == name || Members(type, name).Any(member => member is not IMethodSymbol method || (method.Arity == 0 && signatures.Contains(Signature(method)))))
                taken.Add(name == WellKnownMemberNames.InstanceConstructorName ? type.Name + "(long seed)" : name);
        }
        return [.. taken];
    }

    /// <summary>Whether a member is of the generated half: analyzers read the class with both.</summary>
    public static bool IsGenerated(ISymbol member) => member.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "GeneratedCodeAttribute" }
        && attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0] is { Kind: not TypedConstantKind.Array, Value: "ActGen" });

    /// <summary>Members of that name in the class and, where they would be hidden, in its base classes.</summary>
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name)
    {
        foreach (ISymbol member in type.GetMembers(name))
        {
            if (!member.IsImplicitlyDeclared && !IsGenerated(member))
                yield return member;
        }
        if (name == WellKnownMemberNames.InstanceConstructorName)
            yield break;
        for (INamedTypeSymbol? parent = type.BaseType; parent is not null && parent.SpecialType != SpecialType.System_Object; parent = parent.BaseType)
        {
            foreach (ISymbol member in parent.GetMembers(name))
            {
                if (member.DeclaredAccessibility != Accessibility.Private)
                    yield return member;
            }
        }
    }

    private static string Signature(IMethodSymbol method) =>
        string.Join(",", method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)));
}
