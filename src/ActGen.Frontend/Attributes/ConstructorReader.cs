using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.Frontend.Attributes;

/// <summary>Constructors that would leave a network without parameters (ACT0014).</summary>
internal static class ConstructorReader
{
    /// <summary>What is wrong, as a sentence; null when nothing is.</summary>
    public static string? Fault(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (HasPrimaryConstructor(type, cancellationToken))
            return $"'{type.Name}' has a primary constructor, which every other constructor would have to call: declare an ordinary one that chains ': this(seed)'";
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            if (GeneratedNames.IsGenerated(constructor))
                continue;
            foreach (SyntaxReference reference in constructor.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellationToken) is ConstructorDeclarationSyntax { Initializer: null or { RawKind: (int)SyntaxKind.BaseConstructorInitializer } })
                    return $"A constructor of '{type.Name}' does not call the generated one, so the parameters would stay uninitialised: chain ': this(seed)'";
            }
        }
        if (RequiredMember(type) is { } member)
            return $"'{type.Name}' has the required member '{member}', which nobody could set on a network that is made from a file: give it its value in another way";
        return HasCallableBase(type)
            ? null
            : $"The base class '{type.BaseType?.Name}' has no constructor without arguments, which the generated constructor of '{type.Name}' calls";
    }

    /// <summary>Whether the generated constructor can stand beside what the user has.</summary>
    public static bool Accepts(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        !HasPrimaryConstructor(type, cancellationToken) && HasCallableBase(type);

    private static bool HasPrimaryConstructor(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { ParameterList: not null });

    private static string? RequiredMember(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null && t.SpecialType != SpecialType.System_Object; t = t.BaseType)
        {
            if (t.GetMembers().FirstOrDefault(member => member is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true }) is { } required)
                return required.Name;
        }
        return null;
    }

    private static bool HasCallableBase(INamedTypeSymbol type) =>
        type.BaseType is not { SpecialType: not SpecialType.System_Object, TypeKind: TypeKind.Class } parent
        || parent.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility is not Accessibility.Private
            && constructor.Parameters.All(parameter => parameter.HasExplicitDefaultValue || parameter.IsParams));
}
