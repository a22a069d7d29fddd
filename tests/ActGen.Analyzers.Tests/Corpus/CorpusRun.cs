using System.Collections.Immutable;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Analyzers.Tests.Corpus;

/// <summary>All analyzers over all programs, once: they are one project, as a user's would be.</summary>
internal static class CorpusRun
{
    private static readonly Lazy<Task<ImmutableArray<CorpusResult>>> Run = new(RunAsync);

    /// <summary>What was found in each program, good ones first.</summary>
    public static Task<ImmutableArray<CorpusResult>> ResultsAsync() => Run.Value;

    private static async Task<ImmutableArray<CorpusResult>> RunAsync()
    {
        CSharpCompilation project = GeneratorHarness.RunOnce(
            TestCompilation.Create(CorpusProgram.All.Select(program => program.Text).Append(AnalyzerTest.Usings))).Output;
        ILookup<string, Diagnostic> findings = ByFile(await AnalyzerHarness.DiagnosticsAsync(project));
        ILookup<string, Diagnostic> compiler = ByFile(project.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return [.. CorpusProgram.All.Select((program, index) => new CorpusResult(program, [.. findings[$"File{index}.cs"]], [.. compiler[$"File{index}.cs"]]))];
    }

    private static ILookup<string, Diagnostic> ByFile(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.ToLookup(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal);
}
