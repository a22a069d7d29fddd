using ActGen.Frontend.Collections;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Attributes;

/// <summary>The names that the generated half puts into the user's class, and whether the user has one of them (ACT0012).</summary>
internal static class GeneratedNames
{
    /// <summary>The one private field.</summary>
    public const string State = "_state";

    private const string Inputs = "System.ReadOnlySpan<float>", Classify = "Classify";

    /// <summary>Members of which there is one: nothing else may have the name.</summary>
    private static readonly string[] Unique = ["InputSize", "OutputSize", "ParameterCount", "Parameters", "ParameterTable", State];

    /// <summary>Methods and the parameter types of their overloads: other overloads are the user's to add.</summary>
    private static readonly (string Name, string[] Signatures)[] Methods =
    [
        ("Forward", [$"{Inputs},System.Span<float>"]),
        ("Predict", [$"{Inputs},System.Span<float>", Inputs]),
        (Classify, [$"{Inputs},System.Span<int>", Inputs]),
        (WellKnownMemberNames.InstanceConstructorName, ["long", "ActGen.CompilerServices.NetworkState"]),
    ];

    /// <summary>The names taken in <paramref name="type"/>, <c>.ctor</c> for the constructor.</summary>
    public static EquatableArray<string> TakenIn(INamedTypeSymbol type) =>
    [
        .. Unique.Concat(Methods.Select(method => method.Name))
            .Where(name => type.Name == name || Members(type, name).Any(Takes))
            .Select(name => name == Classify && type.Name != name && Members(type, name).Where(Takes).All(IsOfOneRow) ? TargetFacts.RowClassify : name),
    ];

    /// <summary>Whether a member stands where a generated one of its name goes; other overloads do not.</summary>
    public static bool Takes(ISymbol member)
    {
        if (member is not IMethodSymbol method || Unique.Contains(member.Name))
            return true;
        return method.Arity == 0 && Methods.Any(generated => generated.Name == method.Name && generated.Signatures.Contains(Signature(method)));
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

    private static bool IsOfOneRow(ISymbol member) => member is IMethodSymbol method && Signature(method) == Inputs;

    private static string Signature(IMethodSymbol method) =>
        string.Join(",", method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)));
}
