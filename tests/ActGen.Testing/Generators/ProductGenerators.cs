using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ActGen.Testing;

/// <summary>The generators of the product, found by their attribute: a new one is tested without being listed.</summary>
public static class ProductGenerators
{
    private static readonly ImmutableArray<Type> Types =
    [
        .. Assembly.Load("ActGen.Generator").GetTypes()
            .Where(type => type.GetCustomAttribute<GeneratorAttribute>() is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>New instances of all generators.</summary>
    public static ImmutableArray<IIncrementalGenerator> Create() =>
        [.. Types.Select(type => (IIncrementalGenerator)Activator.CreateInstance(type)!)];

    /// <summary>The same, as drivers take them.</summary>
    public static ImmutableArray<ISourceGenerator> CreateSources() =>
        [.. Create().Select(generator => generator.AsSourceGenerator())];
}
