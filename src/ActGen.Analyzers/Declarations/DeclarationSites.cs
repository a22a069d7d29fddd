using System.Collections.Immutable;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.Analyzers.Declarations;

/// <summary>From the front end's names of places to syntax: the front end keeps no positions, because they change with every edit.</summary>
internal sealed class DeclarationSites
{
    private readonly INamedTypeSymbol _type;
    private readonly NetworkDeclaration _declaration;
    private readonly AttributeData? _head;
    private readonly ImmutableArray<AttributeData> _layers;
    private readonly CancellationToken _cancellation;

    /// <param name="type">The class.</param>
    /// <param name="declaration">What was read from it.</param>
    /// <param name="cancellation">Stops reading syntax.</param>
    public DeclarationSites(INamedTypeSymbol type, NetworkDeclaration declaration, CancellationToken cancellation)
    {
        _type = type;
        _declaration = declaration;
        _cancellation = cancellation;
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        _head = NetworkReader.HeadOf(attributes);
        _layers = NetworkReader.LayerAttributes(attributes);
    }

    /// <summary>The file whose options count.</summary>
    public SyntaxTree? Tree => _head?.ApplicationSyntaxReference?.SyntaxTree;

    /// <summary>Whether the class itself has the layer's attribute: neither a block brings it in nor another network.</summary>
    public bool IsOwn(int layer) => _declaration.Kind != DeclarationKind.Variant && _declaration.Layers[layer].Path.Count == 1;

    /// <summary>The attribute of a layer that the class does not have itself, where its source is at hand; null otherwise.</summary>
    public Location? FindOrigin(int layer) => !IsOwn(layer) && BlockPath.AttributeAt(_type, _declaration.Layers[layer].Path)?.ApplicationSyntaxReference is { } reference
        ? Location.Create(reference.SyntaxTree, reference.Span)
        : null;

    public Location Find(ProblemSite site)
    {
        if (site.Member is { } member)
            return Member(member, site.IsTaken) ?? ClassName();
        if (site.Layer < 0 && site.Argument is null)
            return ClassName();
        AttributeData? attribute = site.Layer < 0 || _declaration.Kind == DeclarationKind.Variant ? _head : Own(_declaration.Layers[site.Layer].Path);
        if (attribute?.ApplicationSyntaxReference?.GetSyntax(_cancellation) is not AttributeSyntax syntax)
            return ClassName();
        return site.Argument is { } name ? Argument(attribute, syntax, name) : syntax.GetLocation();
    }

    /// <summary>The attribute of the class that is a layer, or brings one in; null for the surroundings of a block.</summary>
    private AttributeData? Own(EquatableArray<int> path) => path.Count > 0 && path[0] < _layers.Length ? _layers[path[0]] : null;

    /// <summary>The name in the declaration that says what the class is.</summary>
    private Location ClassName()
    {
        SyntaxNode? attribute = _head?.ApplicationSyntaxReference?.GetSyntax(_cancellation);
        return attribute?.Parent?.Parent is TypeDeclarationSyntax declaration
            ? declaration.Identifier.GetLocation()
            : _type.Locations.FirstOrDefault() ?? Location.None;
    }

    /// <summary>The user's own member of that name: the one that has a generated one's place, or else of constructors the one
    /// that does not call the generated one.</summary>
    private Location? Member(string name, bool isTaken)
    {
        foreach (ISymbol member in _type.GetMembers(name))
        {
            if (member.IsImplicitlyDeclared || member.IsStatic && name == WellKnownMemberNames.InstanceConstructorName || GeneratedNames.IsGenerated(member))
                continue;
            SyntaxNode? syntax = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation);
            if (isTaken ? GeneratedNames.Takes(member) : syntax is not ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer })
                return member.Locations.FirstOrDefault();
        }
        return null;
    }

    /// <summary>The argument where it is written, all elements of a list together; the whole attribute where it is left out.</summary>
    private static Location Argument(AttributeData attribute, AttributeSyntax syntax, string name)
    {
        var parameters = attribute.AttributeConstructor?.Parameters ?? [];
        IParameterSymbol? parameter = parameters.FirstOrDefault(p => p.Name == name);
        var written = new List<AttributeArgumentSyntax>();
        int position = 0;
        foreach (AttributeArgumentSyntax argument in syntax.ArgumentList?.Arguments ?? [])
        {
            string? own = (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText;
            bool isPositional = own is null;
            if (own == name || (isPositional && parameter is not null && (position == parameter.Ordinal || (parameter.IsParams && position > parameter.Ordinal))))
                written.Add(argument);
            position += isPositional ? 1 : 0;
        }
        return written.Count == 0
            ? syntax.GetLocation()
            : Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(written[0].SpanStart, written[written.Count - 1].Span.End));
    }
}
