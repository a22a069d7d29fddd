using System.Collections.Immutable;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Model;
using ActGen.Frontend.Symbols;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Attributes;

/// <summary>Reads the attributes of a network class into a <see cref="NetworkDeclaration"/>. Runs for every network on every
/// edit: names and arguments only, no shapes and no calculus.</summary>
internal static class NetworkReader
{
    /// <summary>The attribute that makes a class a network.</summary>
    public const string AttributeName = "ActGen.NetworkAttribute";

    /// <summary>The declaration of <paramref name="type"/>, formulas of its own compilation by name only; null when it has no <c>[Network]</c>.</summary>
    public static NetworkDeclaration? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        AttributeData? network = attributes.FirstOrDefault(IsNetwork);
        if (network is null)
            return null;
        cancellationToken.ThrowIfCancellationRequested();
        ImmutableArray<AttributeData> layers = LayerAttributes(attributes);
        EquatableArray<LayerArgument> arguments = ArgumentReader.Read(network);
        return new NetworkDeclaration(
            TypeIdentity.Of(type),
            TargetReader.Read(type, network, layers, cancellationToken),
            InputShape(arguments),
            arguments.Items.FirstOrDefault(argument => argument.Name == "InputMeanSquare")?.Number ?? 1,
            arguments.Items.FirstOrDefault(argument => argument.Name == "Telemetry")?.Number is not null and not 0,
            layers.Select(attribute => LayerReader.Read(attribute, compilation, cancellationToken)).ToEquatableArray());
    }

    /// <summary>Whether <paramref name="attribute"/> is <c>[Network]</c>.</summary>
    public static bool IsNetwork(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "NetworkAttribute", Arity: 0 } type && LayerReader.IsOfLibrary(type);

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
