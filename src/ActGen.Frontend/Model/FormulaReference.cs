using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Model;

/// <summary>The formula that an activation attribute names.</summary>
/// <param name="MetadataName">Metadata name of the struct: the key among the formulas of this compilation.</param>
/// <param name="DisplayName">The struct's simple name, for messages.</param>
/// <param name="IsOfThisCompilation">Whether the struct is declared in the compilation that uses it, so that it is found after reading.</param>
/// <param name="Formula">The formula; null while unresolved, and for good where there is none or it has errors of its own.</param>
/// <param name="Fault">Why the formula cannot be used, whatever its struct says; null for none or an unknown reason.</param>
internal sealed record FormulaReference(string MetadataName, string DisplayName, bool IsOfThisCompilation, Formula? Formula = null, string? Fault = null)
{
    /// <summary>Whether the struct's own diagnostic, or the C# compiler, says what is wrong with it.</summary>
    public bool HasErrorOfItsOwn { get; init; }
}

/// <summary>The formulas of one compilation, ordered by name.</summary>
/// <param name="Entries">Metadata name and formula.</param>
internal sealed record FormulaTable(EquatableArray<FormulaEntry> Entries)
{
    public static FormulaTable Empty { get; } = new([]);

    /// <summary>The table of what was read.</summary>
    public static FormulaTable Of(IEnumerable<FormulaDeclaration> declarations) => new(declarations
        .Select(declaration => (declaration.Type.MetadataName, Formula: declaration.ToFormula()))
        .GroupBy(pair => pair.MetadataName, StringComparer.Ordinal)
        .Select(group => new FormulaEntry(group.Key, group.First().Formula))
        .OrderBy(entry => entry.MetadataName, StringComparer.Ordinal)
        .ToEquatableArray());

    /// <summary>The reference with its formula; one that has a fault stays without.</summary>
    public FormulaReference Resolve(FormulaReference reference) =>
        reference.Fault is null && Entries.Items.FirstOrDefault(entry => entry.MetadataName == reference.MetadataName) is { } entry
            ? reference with { Formula = entry.Formula, HasErrorOfItsOwn = entry.Formula is null }
            : reference;
}

/// <summary>A row of <see cref="FormulaTable"/>.</summary>
/// <param name="MetadataName">The struct.</param>
/// <param name="Formula">Its formula; null where it has errors.</param>
internal sealed record FormulaEntry(string MetadataName, Formula? Formula);
