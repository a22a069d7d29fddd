using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ActGen.Testing;

/// <summary>The code fixes of the product, found by their attribute.</summary>
public static class ProductCodeFixes
{
    /// <summary>New instances of all code fixes.</summary>
    public static ImmutableArray<CodeFixProvider> Create() =>
    [
        .. Assembly.Load("ActGen.CodeFixes").GetTypes()
            .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];
}
