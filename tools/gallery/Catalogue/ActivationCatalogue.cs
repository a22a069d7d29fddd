using System.Reflection;
using ActGen.Frontend.Calculus;
using ActGen.Tools;

namespace ActGen.Gallery.Catalogue;

/// <summary>The library's activations, found by what the compiler wrote on them.</summary>
internal static class ActivationCatalogue
{
    /// <summary>By name.</summary>
    public static IReadOnlyList<Activation> Read() =>
        [.. typeof(Formulas).GetNestedTypes().OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase).Select(Read)];

    /// <summary>Those that act on a whole row, gates, and those that draw random numbers: written by hand, and found by how they are documented.</summary>
    public static IReadOnlyList<RowActivation> ReadRows() =>
    [
        .. typeof(LayerAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !IsFormula(type.BaseType!) && Prose.IsAbout(type))
            .OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase)
            .Select(type => new RowActivation(type.Name[..^"Attribute".Length], Usage(type), Prose.Of(type))),
    ];

    private static Activation Read(Type type)
    {
        CompiledFormulaAttribute compiled = type.GetCustomAttribute<CompiledFormulaAttribute>()
            ?? throw new InvalidOperationException($"{type.Name} carries no compiled formula.");
        var formula = new Formula(
            $"global::ActGen.Formulas.{type.Name}",
            type.Name,
            FormulaSerializer.ReadParameters(compiled.Parameters) ?? [],
            FormulaSerializer.ReadExpression(compiled.Expression) ?? throw new InvalidOperationException($"{type.Name} cannot be read."),
            FormulaSerializer.ReadRule(compiled.Keeps) ?? throw new InvalidOperationException($"{type.Name} does not say what it keeps."));
        return new Activation(type.Name, SourceOf(type.Name), Prose.Of(type), FormulaAnalysis.Of(formula), FormulaFacts.Of(formula), AttributeOf(type));
    }

    private static string SourceOf(string name) => File
        .ReadLines(Repository.PathOf("src", "ActGen.Runtime", "Activations", "Formulas", name + ".cs"))
        .Single(line => line.Contains("static float Formula(", StringComparison.Ordinal)).Trim();

    /// <summary><c>[ReLU]</c>, or the option of another attribute that selects the formula.</summary>
    private static string? AttributeOf(Type formula)
    {
        foreach (Type attribute in typeof(Formulas).Assembly.GetExportedTypes().OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            if (attribute.BaseType == typeof(ActivationAttribute<>).MakeGenericType(formula))
                return attribute.Name[..^"Attribute".Length];
            if (attribute.BaseType is not { } parent || !IsFormula(parent))
                continue;
            PropertyInfo? option = attribute.GetProperties().FirstOrDefault(property => property.GetCustomAttributes().Any(selects => selects.GetType() == typeof(SelectsFormulaAttribute<>).MakeGenericType(formula)));
            if (option is not null)
                return $"{attribute.Name[..^"Attribute".Length]}({option.Name} = true)";
        }
        return null;
    }

    private static bool IsFormula(Type parent) => parent.IsGenericType && parent.GetGenericTypeDefinition() == typeof(ActivationAttribute<>);

    /// <summary><c>Maxout(pieces)</c>.</summary>
    private static string Usage(Type attribute)
    {
        IEnumerable<string> required = attribute.GetConstructors()[0].GetParameters().Where(parameter => !parameter.HasDefaultValue).Select(parameter => parameter.Name!);
        string name = attribute.Name[..^"Attribute".Length];
        return required.Any() ? $"{name}({string.Join(", ", required)})" : name;
    }
}
