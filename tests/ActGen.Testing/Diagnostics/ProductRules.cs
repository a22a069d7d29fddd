using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ActGen.Testing;

/// <summary>The rules of the product.</summary>
public static class ProductRules
{
    /// <summary>Everything that its analyzers can report, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [.. ProductAnalyzers.Create().SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
}
