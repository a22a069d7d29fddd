using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Testing;

/// <summary>What the package adds to a project: the workspace then generates as an IDE does.</summary>
internal sealed class ProductAnalyzerReference : AnalyzerReference
{
    // The workspace finds a generator again by identity.
    private readonly ImmutableArray<ISourceGenerator> _generators = ProductGenerators.CreateSources();

    public override string? FullPath => null;

    public override object Id => nameof(ProductAnalyzerReference);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => ProductAnalyzers.Create();

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => ProductAnalyzers.Create();

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
