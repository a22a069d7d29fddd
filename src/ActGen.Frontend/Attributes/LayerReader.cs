using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Model;
using ActGen.Frontend.Symbols;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Attributes;

/// <summary>One layer attribute. Activations and gates are known by their base type, as <c>ActivationAttribute&lt;TFormula&gt;</c>; there is no list of their names.</summary>
internal static class LayerReader
{
    private const string Suffix = "Attribute";

    public static bool IsLayer(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (t.Name == "LayerAttribute" && IsOfLibrary(t))
                return true;
        }
        return false;
    }

    /// <summary>Whether the type lies directly in namespace <c>ActGen</c>.</summary>
    public static bool IsOfLibrary(INamedTypeSymbol type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "ActGen", ContainingNamespace.IsGlobalNamespace: true } };

    public static LayerDeclaration Read(AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        INamedTypeSymbol type = attribute.AttributeClass!;
        string name = Name(type);
        EquatableArray<LayerArgument> arguments = ArgumentReader.Read(attribute);
        if (WithFormula(type) is (LayerKind kind, ITypeSymbol formula))
            return new(kind, name, BaseCallReader.Read(attribute, arguments, compilation, cancellation), Reference(Selected(attribute, type) ?? formula, compilation.Assembly));
        return IsOfLibrary(type) && LossTypes.Find(name) is { } loss
            ? new(LayerKind.Loss, name, arguments) { Loss = loss }
            : new(Kind(type), name, arguments);
    }

    /// <summary>The layer that an activation attribute without arguments declares; null for other attributes.</summary>
    public static LayerDeclaration? Activation(INamedTypeSymbol type, IAssemblySymbol compilation) => WithFormula(type) is (LayerKind.Activation, ITypeSymbol formula)
        ? new(LayerKind.Activation, Name(type), [], Reference(formula, compilation))
        : null;

    /// <summary>The attribute's name as it is written.</summary>
    public static string Name(INamedTypeSymbol type)
    {
        string name = type.Name.EndsWith(Suffix, StringComparison.Ordinal) && type.Name.Length > Suffix.Length
            ? type.Name.Substring(0, type.Name.Length - Suffix.Length)
            : type.Name;
        return type.TypeArguments.Length == 0 ? name : $"{name}<{string.Join(", ", type.TypeArguments.Select(argument => argument.Name))}>";
    }

    private static LayerKind Kind(INamedTypeSymbol type) => BlockUse.Is(type) ? LayerKind.Block
        : IsOfLibrary(type) ? LayerTypes.KindOf(Name(type))
        : LayerKind.Unknown;

    /// <summary>What an attribute does with the formula that its base type names; null where no base type names one.</summary>
    private static (LayerKind Kind, ITypeSymbol Formula)? WithFormula(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t.TypeArguments.Length != 1 || !IsOfLibrary(t))
                continue;
            switch (t.Name)
            {
                case "ActivationAttribute":
                    return (LayerKind.Activation, t.TypeArguments[0]);
                case "RandomizedAttribute":
                    return (LayerKind.RandomizedActivation, t.TypeArguments[0]);
                case "GatedAttribute":
                    return (LayerKind.Gate, t.TypeArguments[0]);
                case "GatedDenseAttribute":
                    return (LayerKind.GatedDense, t.TypeArguments[0]);
            }
        }
        return null;
    }

    /// <summary>The formula of a property marked <c>[SelectsFormula&lt;T&gt;]</c> that the attribute sets to true.</summary>
    private static ITypeSymbol? Selected(AttributeData attribute, INamedTypeSymbol type)
    {
        foreach (KeyValuePair<string, TypedConstant> named in attribute.NamedArguments)
        {
            if (named.Value.Kind == TypedConstantKind.Array || named.Value.Value is not true)
                continue;
            AttributeData? selects = type.GetMembers(named.Key).FirstOrDefault()?.GetAttributes().FirstOrDefault(data =>
                data.AttributeClass is { Name: "SelectsFormulaAttribute", TypeArguments.Length: 1 } selector && IsOfLibrary(selector));
            if (selects is not null)
                return selects.AttributeClass!.TypeArguments[0];
        }
        return null;
    }

    /// <summary>What is known of a formula that an attribute names.</summary>
    public static FormulaReference Reference(ITypeSymbol formula, IAssemblySymbol compilation)
    {
        if (formula is not INamedTypeSymbol { TypeKind: not TypeKind.Error } type)
            return new(formula.Name, formula.Name, IsOfThisCompilation: false) { HasErrorOfItsOwn = formula.TypeKind == TypeKind.Error };
        if (type is { Name: "Fast", TypeArguments.Length: 1 } && IsOfLibrary(type))
            return new(type.MetadataName, type.Name, IsOfThisCompilation: false, Fault: $"name '{type.TypeArguments[0].Name}' itself and set Precision = Precision.Fast");
        string metadataName = TypeIdentity.MetadataNameOf(type);
        bool isOfThisCompilation = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation);
        if (HiddenType(type, isOfThisCompilation, compilation) is { } hidden)
            return new(metadataName, type.Name, isOfThisCompilation, Fault: $"'{hidden.Name}' is {Access(hidden)}; the generated code cannot name it: make it {(isOfThisCompilation ? "internal" : "public")}");
        if (isOfThisCompilation)
            return new(metadataName, type.Name, IsOfThisCompilation: true);
        Formula? compiled = CompiledFormulaReader.Read(type, out string? fault);
        return new(metadataName, type.Name, IsOfThisCompilation: false, compiled, fault);
    }

    /// <summary>The type itself or one around it that code outside of all types cannot name; null when there is none.</summary>
    private static INamedTypeSymbol? HiddenType(INamedTypeSymbol type, bool isOfThisCompilation, IAssemblySymbol compilation)
    {
        INamedTypeSymbol? hidden = null;
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
                || (t.DeclaredAccessibility == Accessibility.ProtectedOrInternal && !isOfThisCompilation)
                // A block of another assembly may use what only that assembly can name.
                || (t.DeclaredAccessibility == Accessibility.Internal && !isOfThisCompilation && !t.ContainingAssembly.GivesAccessTo(compilation)))
            {
                hidden = t;
            }
        }
        return hidden;
    }

    private static string Access(INamedTypeSymbol type) => type.DeclaredAccessibility switch
    {
        Accessibility.Private => "private",
        Accessibility.ProtectedAndInternal => "private protected",
        Accessibility.Internal => "internal to its assembly",
        _ => "protected",
    };
}
