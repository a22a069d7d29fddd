using ActGen.Frontend.Collections;
using ActGen.Frontend.Model;
using ActGen.Frontend.Symbols;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Attributes;

/// <summary>Reads a class marked <c>[Variant&lt;TNetwork, TFrom, TTo&gt;]</c>: the declaration of another network with one formula replaced.</summary>
internal static class VariantReader
{
    /// <summary>The attribute that makes a class a variant.</summary>
    public const string AttributeName = "ActGen.VariantAttribute`3";

    /// <summary>The arguments of a layer with a formula that are about the layer, and stay where the formula changes.</summary>
    private static readonly string[] Kept = ["units", "Bias", "Init", "InitScale", "Precision"];

    /// <summary>So many formulas are named in a message.</summary>
    private const int MostNames = 4;

    /// <summary>Whether <paramref name="attribute"/> is <c>[Variant&lt;…&gt;]</c>.</summary>
    public static bool IsVariant(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "VariantAttribute", Arity: 3 } type && LayerReader.IsOfLibrary(type);

    /// <summary>The class that a variant names as its network; null where the class is no variant.</summary>
    public static INamedTypeSymbol? OriginOf(INamedTypeSymbol type) =>
        NetworkReader.HeadOf(type.GetAttributes()) is { } head && IsVariant(head) ? head.AttributeClass!.TypeArguments[0] as INamedTypeSymbol : null;

    /// <summary>The declaration of a variant; with a fault where it is none.</summary>
    public static NetworkDeclaration Read(INamedTypeSymbol type, AttributeData variant, Compilation compilation, CancellationToken cancellationToken)
    {
        var steps = new Stack<AttributeData>();
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        ITypeSymbol current = type;
        // A variant of a variant is followed to the network itself.
        while (current is INamedTypeSymbol one && seen.Add(one) && NetworkReader.HeadOf(one.GetAttributes()) is { } head && IsVariant(head))
        {
            steps.Push(head);
            current = head.AttributeClass!.TypeArguments[0];
        }
        NetworkDeclaration? origin = current is INamedTypeSymbol network && network.GetAttributes().Any(NetworkReader.IsNetwork) ? NetworkReader.Read(network, compilation, cancellationToken) : null;
        NetworkDeclaration declaration = origin ?? new(TypeIdentity.Of(type), new(), InputShape: [], InputMeanSquare: 1, HasTelemetry: false, Layers: []);
        Fault? fault = origin is null ? NoNetwork(current, isOwn: steps.Count == 1) : null;
        while (steps.Count > 0)
        {
            // What is wrong with another class is said there.
            bool isOwn = steps.Count == 1;
            (declaration, Fault? found) = Replace(declaration, steps.Pop(), compilation.Assembly);
            fault ??= found is { } other ? other with { IsToldElsewhere = other.IsToldElsewhere || !isOwn } : null;
        }
        if (NetworkReader.LayerAttributes(type.GetAttributes()).Length > 0)
            fault = new($"'{type.Name}' has layers of its own: a variant has those of '{variant.AttributeClass!.TypeArguments[0].Name}' alone");
        else if (NetworkReader.IsBlock(type))
            fault = new($"'{type.Name}' is marked [Variant] and [Block] and can be one of them only");
        return declaration with
        {
            Type = TypeIdentity.Of(type),
            Target = TargetReader.Read(type, variant, [], cancellationToken),
            Kind = DeclarationKind.Variant,
            Fault = fault,
        };
    }

    private static Fault NoNetwork(ITypeSymbol type, bool isOwn) => type is INamedTypeSymbol variant && NetworkReader.IsNetwork(variant)
        ? new($"'{type.Name}' is a variant of itself: in the end there is no network")
        : new($"'{type.Name}' is no network that could have a variant: it has no [Network]", IsToldElsewhere: type.TypeKind == TypeKind.Error || !isOwn);

    /// <summary>The declaration with another formula in every place of one, and why that is no variant, if it is none.</summary>
    private static (NetworkDeclaration Declaration, Fault? Fault) Replace(NetworkDeclaration origin, AttributeData variant, IAssemblySymbol compilation)
    {
        ITypeSymbol from = variant.AttributeClass!.TypeArguments[1], to = variant.AttributeClass.TypeArguments[2];
        if (from.TypeKind == TypeKind.Error || to.TypeKind == TypeKind.Error)
            return (origin, new($"'{(from.TypeKind == TypeKind.Error ? from : to).Name}' cannot be found", IsToldElsewhere: true));
        FormulaReference replaced = LayerReader.Reference(from, compilation), formula = LayerReader.Reference(to, compilation);
        LayerArgument parameters = ArgumentReader.Read(variant).Items.FirstOrDefault(argument => argument.IsList) ?? new("parameters", null, []) { IsList = true };
        bool isBuiltIn = to.ContainingType is { Name: "Formulas" } outer && LayerReader.IsOfLibrary(outer);
        NetworkDeclaration declaration = origin with
        {
            Layers = origin.Layers.Select(layer => layer.Formula?.MetadataName == replaced.MetadataName ? With(layer, formula, parameters, isBuiltIn) : layer).ToEquatableArray(),
        };
        if (!origin.Layers.Items.Any(layer => layer.Formula?.MetadataName == replaced.MetadataName))
        {
            return (declaration, new($"'{origin.Type.Name}' does not use the formula '{replaced.DisplayName}', so that nothing is replaced: it uses {FormulasOf(origin)}"));
        }
        bool isSame = replaced.MetadataName == formula.MetadataName && parameters.Numbers.Count == 0;
        return (declaration, isSame ? new($"'{replaced.DisplayName}' is replaced by itself: nothing changes") : null);
    }

    private static string FormulasOf(NetworkDeclaration network)
    {
        string[] used = [.. network.Layers.Select(layer => layer.Formula?.DisplayName).OfType<string>().Distinct().Select(name => $"'{name}'")];
        return used.Length == 0 ? "none" : string.Join(", ", used.Take(MostNames)) + (used.Length > MostNames ? " …" : "");
    }

    private static LayerDeclaration With(LayerDeclaration layer, FormulaReference formula, LayerArgument parameters, bool isBuiltIn) => layer with
    {
        Kind = layer.Kind == LayerKind.RandomizedActivation ? LayerKind.Activation : layer.Kind,
        Name = layer.Kind switch
        {
            LayerKind.Gate => $"Gated<{formula.DisplayName}>",
            LayerKind.GatedDense => $"GatedDense<{formula.DisplayName}>",
            _ => isBuiltIn ? formula.DisplayName : $"Activation<{formula.DisplayName}>",
        },
        Arguments = [.. layer.Arguments.Where(argument => Kept.Contains(argument.Name)), parameters],
        Formula = formula,
    };
}
