using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Model;

/// <summary>The formula that an activation attribute names.</summary>
/// <param name="MetadataName">Metadata name of the struct: the key among the formulas of this compilation.</param>
/// <param name="DisplayName">The struct's simple name, for messages.</param>
/// <param name="IsOfThisCompilation">Whether the struct is declared in the compilation that uses it, so that it is found after reading.</param>
/// <param name="Formula">The formula; null while unresolved, and for good where there is none or it has errors of its own.</param>
/// <param name="Fault">Why the formula cannot be used, whatever its struct says; null for none or an unknown reason.</param>
internal sealed record FormulaReference(string MetadataName, string DisplayName, bool IsOfThisCompilation, Formula? Formula = null, string? Fault = null);

/// <summary>The formulas of one compilation that can be used, ordered by name.</summary>
/// <param name="Entries">Metadata name and formula.</param>
internal sealed record FormulaTable(EquatableArray<FormulaEntry> Entries)
{
    public static FormulaTable Empty { get; } = new([]);

    /// <summary>The table of what was read; a formula with errors is left out.</summary>
    public static FormulaTable Of(IEnumerable<FormulaDeclaration> declarations) => new(declarations
        .Select(declaration => (declaration.Type.MetadataName, Formula: declaration.ToFormula()))
        .Where(pair => pair.Formula is not null)
        .GroupBy(pair => pair.MetadataName, StringComparer.Ordinal)
        .Select(group => new FormulaEntry(group.Key, group.First().Formula!))
        .OrderBy(entry => entry.MetadataName, StringComparer.Ordinal)
        .ToEquatableArray());

    /// <summary>The reference with its formula; one that has a fault stays without.</summary>
    public FormulaReference Resolve(FormulaReference reference) => reference.Fault is not null
        ? reference
        : reference with { Formula = Entries.Items.FirstOrDefault(entry => entry.MetadataName == reference.MetadataName)?.Formula };
}

/// <summary>A row of <see cref="FormulaTable"/>.</summary>
internal sealed record FormulaEntry(string MetadataName, Formula Formula);
