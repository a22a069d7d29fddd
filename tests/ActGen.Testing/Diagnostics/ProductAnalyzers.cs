using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Testing;

/// <summary>The analyzers of the product, found by their attribute.</summary>
public static class ProductAnalyzers
{
    private static readonly ImmutableArray<Type> Types =
    [
        .. Assembly.Load("ActGen.Analyzers").GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>New instances of all analyzers.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Create() =>
        [.. Types.Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
}
