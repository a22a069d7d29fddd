using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Attributes;

/// <summary>One layer attribute. Activations are known by their base type <c>ActivationAttribute&lt;TFormula&gt;</c>; there is no list of their names.</summary>
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

    public static LayerDeclaration Read(AttributeData attribute, IAssemblySymbol compilation)
    {
        INamedTypeSymbol type = attribute.AttributeClass!;
        FormulaReference? formula = Formula(attribute, type, compilation);
        LayerKind kind = formula is not null ? LayerKind.Activation : Kind(type);
        return new(kind, Name(type), ArgumentReader.Read(attribute), formula);
    }

    private static string Name(INamedTypeSymbol type)
    {
        string name = type.Name.EndsWith(Suffix, StringComparison.Ordinal) && type.Name.Length > Suffix.Length
            ? type.Name.Substring(0, type.Name.Length - Suffix.Length)
            : type.Name;
        return type.TypeArguments.Length == 0 ? name : $"{name}<{string.Join(", ", type.TypeArguments.Select(argument => argument.Name))}>";
    }

    private static LayerKind Kind(INamedTypeSymbol type) => !IsOfLibrary(type) ? LayerKind.Unknown : type.Name switch
    {
        "DenseAttribute" => LayerKind.Dense,
        "DropoutAttribute" => LayerKind.Dropout,
        "SoftmaxAttribute" => LayerKind.Softmax,
        "LogSoftmaxAttribute" => LayerKind.LogSoftmax,
        "CrossEntropyLossAttribute" => LayerKind.CrossEntropyLoss,
        "NLLLossAttribute" => LayerKind.NLLLoss,
        "BCEWithLogitsLossAttribute" => LayerKind.BCEWithLogitsLoss,
        "BCELossAttribute" => LayerKind.BCELoss,
        "MSELossAttribute" => LayerKind.MSELoss,
        "L1LossAttribute" => LayerKind.L1Loss,
        "HuberLossAttribute" => LayerKind.HuberLoss,
        _ => LayerKind.Unknown,
    };

    private static FormulaReference? Formula(AttributeData attribute, INamedTypeSymbol type, IAssemblySymbol compilation)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t.Name == "ActivationAttribute" && t.TypeArguments.Length == 1 && IsOfLibrary(t))
                return Reference(Selected(attribute, type) ?? t.TypeArguments[0], compilation);
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

    private static FormulaReference Reference(ITypeSymbol formula, IAssemblySymbol compilation)
    {
        if (formula is not INamedTypeSymbol { TypeKind: not TypeKind.Error } type)
            return new(formula.Name, formula.Name, IsOfThisCompilation: false);
        string metadataName = TypeIdentity.MetadataNameOf(type);
        bool isOfThisCompilation = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation);
        if (HiddenType(type, isOfThisCompilation) is { } hidden)
            return new(metadataName, type.Name, isOfThisCompilation, Fault: $"'{hidden.Name}' is {Access(hidden)}; the generated code cannot name it: make it internal");
        if (isOfThisCompilation)
            return new(metadataName, type.Name, IsOfThisCompilation: true);
        Formula? compiled = CompiledFormulaReader.Read(type, out string? fault);
        return new(metadataName, type.Name, IsOfThisCompilation: false, compiled, fault);
    }

    /// <summary>The type itself or one around it that code outside of all types cannot name; null when there is none.</summary>
    private static INamedTypeSymbol? HiddenType(INamedTypeSymbol type, bool isOfThisCompilation)
    {
        INamedTypeSymbol? hidden = null;
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
                || (t.DeclaredAccessibility == Accessibility.ProtectedOrInternal && !isOfThisCompilation))
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
        _ => "protected",
    };
}
