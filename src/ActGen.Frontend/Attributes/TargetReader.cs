using System.Collections.Immutable;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActGen.Frontend.Attributes;

/// <summary>Facts about the class that carries the attributes.</summary>
internal static class TargetReader
{
    /// <summary>The lowest version with everything that generated code uses: <c>ref readonly</c> parameters came last.</summary>
    private const LanguageVersion Lowest = LanguageVersion.CSharp12;

    public static TargetFacts Read(INamedTypeSymbol type, AttributeData network, ImmutableArray<AttributeData> layers, CancellationToken cancellationToken) => new()
    {
        NotPartial = NotPartial(type, cancellationToken),
        Unsupported = Unsupported(type),
        IsSpread = IsSpread(network, layers, cancellationToken),
        TakenNames = GeneratedNames.TakenIn(type),
        LanguageVersionTooLow = LanguageVersionTooLow(type),
        ConstructorFault = ConstructorReader.Fault(type, cancellationToken),
        AcceptsConstructor = ConstructorReader.Accepts(type, cancellationToken),
        HasSummary = HasSummary(type, cancellationToken),
    };

    private static string? NotPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        string? name = null;
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            foreach (SyntaxReference reference in t.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                    name = t.Name;
            }
        }
        return name;
    }

    private static string? Unsupported(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class)
            return type.TypeKind == TypeKind.Struct ? "a struct" : "something that is no class";
        if (type.IsRecord)
            return "a record, whose copies would share one set of parameters";
        if (type.IsStatic)
            return "a static class";
        if (type.IsAbstract)
            return "an abstract class";
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (t.Arity > 0)
                return t.Equals(type, SymbolEqualityComparer.Default) ? "a generic class" : "a class inside a generic type";
            if (t.IsFileLocal)
                return t.Equals(type, SymbolEqualityComparer.Default) ? "a file-local class" : "a class inside a file-local type";
        }
        for (INamedTypeSymbol? t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (t.GetAttributes().Any(NetworkReader.IsNetwork))
                return "a class that derives from another network";
        }
        return null;
    }

    private static bool IsSpread(AttributeData network, ImmutableArray<AttributeData> layers, CancellationToken cancellationToken)
    {
        SyntaxNode? declaration = Declaration(network);
        return declaration is not null && layers.Any(layer => Declaration(layer) is { } other && other != declaration);

        SyntaxNode? Declaration(AttributeData attribute) =>
            attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).Parent?.Parent;
    }

    private static string? LanguageVersionTooLow(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options is CSharpParseOptions options && options.LanguageVersion < Lowest
            ? options.LanguageVersion.ToDisplayString()
            : null;

    private static bool HasSummary(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken).GetLeadingTrivia()
            .Any(trivia => trivia.ToFullString().Contains("<summary>") || trivia.ToFullString().Contains("<inheritdoc")));
}
