using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Testing;

/// <summary>What generators made of a program.</summary>
/// <param name="Input">The program as written.</param>
/// <param name="Output">The program with the generated files.</param>
/// <param name="Result">Generated files and tracked steps, per generator.</param>
/// <param name="Driver">The driver after the run, for further edits.</param>
public sealed record GeneratorRun(CSharpCompilation Input, CSharpCompilation Output, GeneratorDriverRunResult Result, GeneratorDriver Driver)
{
    /// <summary>Generated text by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Sources { get; } = Result.Results
        .SelectMany(result => result.GeneratedSources.IsDefault ? [] : result.GeneratedSources)
        .ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>The one generated file whose hint name contains the given text.</summary>
    /// <exception cref="HarnessException">There is none, or more than one.</exception>
    public string Source(string hint)
    {
        string[] found = [.. Sources.Keys.Where(name => name.Contains(hint, StringComparison.Ordinal))];
        return found.Length == 1
            ? Sources[found[0]]
            : throw new HarnessException($"{found.Length} generated files are named like '{hint}'; there are: {string.Join(", ", Sources.Keys)}");
    }

    /// <summary>Errors and warnings of the whole program.</summary>
    public ImmutableArray<Diagnostic> Diagnostics =>
        [.. Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)];

    /// <summary>Demands that the program compiles without error and without warning.</summary>
    /// <exception cref="HarnessException">It does not; the message lists what the compiler said.</exception>
    public GeneratorRun AssertCompiles()
    {
        if (!Diagnostics.IsEmpty)
            throw new HarnessException("The program with its generated part does not compile cleanly:\n" + TestCompilation.Describe(Diagnostics));
        return this;
    }
}
