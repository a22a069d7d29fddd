using System.Reflection;
using ActGen.Frontend.Calculus;

namespace ActGen.Gallery.Catalogue;

/// <summary>The library's activations, found by what the compiler wrote on them.</summary>
internal static class ActivationCatalogue
{
    /// <summary>By name.</summary>
    public static IReadOnlyList<Activation> Read() =>
        [.. typeof(Formulas).GetNestedTypes().OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase).Select(Read)];

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
            PropertyInfo? option = attribute.GetProperties().FirstOrDefault(property => property.GetCustomAttributes().Any(selects => selects.GetType() == typeof(SelectsFormulaAttribute<>).MakeGenericType(formula)));
            if (option is not null)
                return $"{attribute.Name[..^"Attribute".Length]}({option.Name} = true)";
        }
        return null;
    }
}
