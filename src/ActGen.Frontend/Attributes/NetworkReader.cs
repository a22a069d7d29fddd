using System.Collections.Immutable;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Model;
using ActGen.Frontend.Symbols;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Attributes;

/// <summary>Reads the attributes of a network, a variant or a block into a <see cref="NetworkDeclaration"/>. Runs for every network on every
/// edit: names and arguments only, no shapes and no calculus.</summary>
internal static class NetworkReader
{
    /// <summary>The attribute that makes a class a network.</summary>
    public const string AttributeName = "ActGen.NetworkAttribute";

    /// <summary>The declaration of <paramref name="type"/>, formulas of its own compilation by name only; null when it has neither <c>[Network]</c> nor <c>[Variant]</c>.</summary>
    public static NetworkDeclaration? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        if (attributes.FirstOrDefault(IsNetwork) is not { } network)
            return attributes.FirstOrDefault(VariantReader.IsVariant) is { } variant ? VariantReader.Read(type, variant, compilation, cancellationToken) : null;
        cancellationToken.ThrowIfCancellationRequested();
        EquatableArray<LayerArgument> arguments = ArgumentReader.Read(network);
        return new NetworkDeclaration(
            TypeIdentity.Of(type),
            TargetReader.Read(type, network, LayerAttributes(attributes), cancellationToken),
            InputShape(arguments),
            arguments.Items.FirstOrDefault(argument => argument.Name == "InputMeanSquare")?.Number ?? 1,
            arguments.Items.FirstOrDefault(argument => argument.Name == "Telemetry")?.Number is not null and not 0,
            [.. new StackReader(compilation, cancellationToken).Read(type)])
        {
            Fault = attributes.FirstOrDefault(attribute => IsBlock(attribute) || VariantReader.IsVariant(attribute))?.AttributeClass is { } other
                ? new($"'{type.Name}' is marked [Network] and [{LayerReader.Name(other)}] and can be one of them only")
                : null,
        };
    }

    /// <summary>A class marked <c>[Block]</c>, looked at alone; null for others, and for those that are networks too, which say so.</summary>
    public static NetworkDeclaration? ReadBlock(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        if (attributes.FirstOrDefault(IsBlock) is not { } block || IsNetwork(type))
            return null;
        ImmutableArray<LayerDeclaration> layers = new StackReader(compilation, cancellationToken).Read(type);
        LayerDeclaration surroundings = new(LayerKind.Surroundings, "", []);
        return new NetworkDeclaration(
            TypeIdentity.Of(type),
            new() { IsSpread = TargetReader.IsSpread(block, LayerAttributes(attributes), cancellationToken) },
            InputShape: [],
            InputMeanSquare: 1,
            HasTelemetry: false,
            [surroundings, .. layers, surroundings])
        {
            Kind = DeclarationKind.Block,
            Fault = layers.IsEmpty ? new($"'{type.Name}' has no layers: a block that does nothing is none") : null,
        };
    }

    /// <summary>Whether the class is a network, or a variant of one.</summary>
    public static bool IsNetwork(INamedTypeSymbol type) => type.GetAttributes().Any(attribute => IsNetwork(attribute) || VariantReader.IsVariant(attribute));

    /// <summary>Whether <paramref name="attribute"/> is <c>[Network]</c>.</summary>
    public static bool IsNetwork(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "NetworkAttribute", Arity: 0 } type && LayerReader.IsOfLibrary(type);

    /// <summary>Whether the class is marked <c>[Block]</c>.</summary>
    public static bool IsBlock(INamedTypeSymbol type) => type.GetAttributes().Any(IsBlock);

    /// <summary>Whether <paramref name="attribute"/> is <c>[Block]</c>, which makes a class a block.</summary>
    public static bool IsBlock(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "BlockAttribute", Arity: 0 } type && LayerReader.IsOfLibrary(type);

    /// <summary>The attribute that says what the class is: <c>[Network]</c>, <c>[Variant]</c> or <c>[Block]</c>; null for other classes.</summary>
    public static AttributeData? HeadOf(ImmutableArray<AttributeData> attributes) =>
        attributes.FirstOrDefault(IsNetwork) ?? attributes.FirstOrDefault(VariantReader.IsVariant) ?? attributes.FirstOrDefault(IsBlock);

    /// <summary>The attributes that are layers, in the order of <see cref="NetworkDeclaration.Layers"/>: by position in the source;
    /// a class from metadata keeps metadata order, which is the compiler's source order.</summary>
    public static ImmutableArray<AttributeData> LayerAttributes(ImmutableArray<AttributeData> attributes) =>
    [
        .. attributes
            .Where(attribute => attribute.AttributeClass is { } type && LayerReader.IsLayer(type))
            .OrderBy(attribute => attribute.ApplicationSyntaxReference?.SyntaxTree.FilePath ?? "", StringComparer.Ordinal)
            .ThenBy(attribute => attribute.ApplicationSyntaxReference?.Span.Start ?? 0),
    ];

    private static EquatableArray<int> InputShape(EquatableArray<LayerArgument> arguments) => arguments.Items
        .FirstOrDefault(argument => argument.Name == "inputShape")?.Numbers.Select(size => (int)size).ToEquatableArray() ?? [];
}
